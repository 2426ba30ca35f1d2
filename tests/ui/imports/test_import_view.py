import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from tests.support.ui_company import a_window
from ui.imports.everywhere import open_import

TABLE = (
    "Artikelnummer;Bezeichnung;Preis EUR;Lagerplatz\nA-1;Hammer;100;X1\nN-2;Zange;1,25;X2\nN-3;Bad;NaN;X3\n"
)
UNCLEAR = "sku;name;price;currency\nN-2;Zange;1.234;EUR\n"


@pytest.fixture
def page(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    open_import(window)
    return window.page


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "prices.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def tried(page, qtbot):
    qtbot.wait_until(lambda: page.presenter.trial is not None and not page.presenter.is_busy)
    return page.presenter.trial


def run_action(page):
    return page.page_actions()[0]


def figures(page):
    return {name: label.text() for name, label in page.result._figures.items()}


def skus(store, *wanted):
    with store.reading() as unit:
        return set(unit.products.by_skus(wanted))


def test_says_what_would_happen_before_anything_is_written(page, file, store, qtbot):
    page.open_file(file)
    tried(page, qtbot)

    assert figures(page) == {"new": "1", "changed": "1", "same": "0", "faulty": "1"}
    assert page.result.unmapped.text() == "Left out: Lagerplatz"
    assert page.result.problems.item(0).text().startswith("Line 4: ")
    assert run_action(page).blocked() == "Mend the faulty rows, or leave them out."
    assert skus(store, "N-2") == set()


def test_imports_once_and_finds_nothing_new_the_second_time(page, file, store, qtbot):
    page.open_file(file)
    tried(page, qtbot)
    page.result.skip.setChecked(True)
    assert not run_action(page).blocked()

    with qtbot.wait_signal(page.presenter.imported):
        page.run()
    qtbot.wait_until(lambda: not page.presenter.is_busy)
    assert page.result.title.text() == "Imported"
    assert skus(store, "N-2", "N-3") == {"N-2"}
    assert run_action(page).blocked()

    page.open_file(file)
    tried(page, qtbot)
    page.result.skip.setChecked(True)
    assert figures(page)["same"] == "2"
    assert run_action(page).blocked() == "Everything in this table is here already."


def test_a_question_is_asked_and_the_answer_taken(page, tmp_path, qtbot):
    file = tmp_path / "unclear.csv"
    file.write_text(UNCLEAR, encoding="utf-8")
    page.open_file(file)
    tried(page, qtbot)
    assert run_action(page).blocked() == "Something must be decided first."
    assert page.result.decimal.isVisibleTo(page.result)
    assert figures(page)["new"] == "–"

    page.result.decimal.setCurrentIndex(page.result.decimal.findData(","))
    page.result.decimal.activated.emit(1)
    tried(page, qtbot)

    assert str(page.presenter.trial.parsed.rows[0].price) == "1234"
    assert page.result.decimal.isVisibleTo(page.result)
    assert not run_action(page).blocked()


def test_a_column_can_become_another_field(page, file, qtbot):
    page.open_file(file)
    tried(page, qtbot)
    box = page.mapping.box(3)

    box.setCurrentIndex(box.findData("category"))
    box.activated.emit(box.currentIndex())
    tried(page, qtbot)

    assert page.presenter.columns[3].field == "category"
    assert not page.result.unmapped.isVisibleTo(page.result)


def test_rows_are_pasted(page, qtbot):
    QGuiApplication.clipboard().setText("sku\tname\tprice\tcurrency\nN-9\tNeu\t5\tEUR\n")

    page.paste()
    tried(page, qtbot)

    assert page.file_name.text() == "Pasted rows"
    assert figures(page)["new"] == "1"


def test_an_empty_clipboard_is_said(page):
    QGuiApplication.clipboard().setText(" ")

    page.paste()

    assert page.body.currentWidget() is page.empty


def test_a_file_is_dropped(page, file, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    page.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    tried(page, qtbot)

    assert page.file_name.text() == "prices.csv"


def test_another_kind_of_table_is_mapped_anew(page, tmp_path, store, qtbot):
    file = tmp_path / "customers.csv"
    file.write_text("reference,name,city\nC9,Neu AG,Trier\n", encoding="utf-8")
    page.open_file(file)
    tried(page, qtbot)
    assert run_action(page).blocked()

    page.kind.setCurrentIndex(page.kind.findData("customers"))
    page.kind.activated.emit(page.kind.currentIndex())
    qtbot.wait_until(lambda: page.presenter.trial is not None and page.presenter.trial.counts["new"] == 1)
    qtbot.wait_until(lambda: not page.presenter.is_busy)

    assert not run_action(page).blocked()


def test_a_file_that_is_no_table_is_refused(page, tmp_path, qtbot):
    file = tmp_path / "empty.csv"
    file.write_bytes(b"")

    with qtbot.wait_signal(page.presenter.refused) as refused:
        page.open_file(file)

    assert refused.args[0].code == "exchange.file_empty"


def test_everything_that_takes_the_focus_has_a_name(page, file, qtbot):
    page.open_file(file)
    tried(page, qtbot)

    boxes = (page.kind, page.mapping.box(0), page.result.decimal, page.result.order, page.result.problems)
    assert all(box.accessibleName() for box in boxes)


def test_a_dry_run_that_was_cancelled_says_so_and_can_be_begun_again(page, file, qtbot):
    page.open_file(file)
    tried(page, qtbot)

    page.presenter.map_column("Lagerplatz", "category")
    page.presenter._job.cancel()
    qtbot.wait_until(lambda: not page.presenter.is_busy)
    assert page.result.title.text() == "Stopped; nothing was written"
    assert run_action(page).blocked()

    page.presenter.map_column("Lagerplatz", "")
    assert tried(page, qtbot).counts["new"] == 1

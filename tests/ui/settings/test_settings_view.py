from decimal import Decimal

import pytest

from tests.support.ui_company import a_window

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture
def page(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    window.open_section("settings")
    page = window.page
    qtbot.wait_until(lambda: page.presenter.company is not None)
    return page


def kept(store):
    with store.reading() as unit:
        return unit.company.get()


def test_what_is_typed_and_chosen_is_kept_together(page, store, qtbot):
    page.form.box("city").setText("Bonn am Rhein")
    proration = page.form.box("policy.proration")
    proration.setCurrentIndex(proration.findData("daily_365"))
    page.form.box("tax.exempt").setChecked(True)

    with qtbot.wait_signal(page.presenter.saved):
        page.save()

    company = kept(store)
    assert company.seller.address.city == "Bonn am Rhein"
    assert company.policies.proration.value == "daily_365"
    assert company.taxes.exempt
    assert page.form.changes() == {}


def test_a_margin_is_typed_and_shown_in_percent(page, store, qtbot):
    page.form.box("margin.floor").setText("12.5")
    page.form.box("margin.target").setText("30 %")

    with qtbot.wait_signal(page.presenter.saved):
        page.save()

    goals = kept(store).margins
    assert (goals.floor, goals.target) == (Decimal("0.125"), Decimal("0.3"))
    qtbot.wait_until(lambda: page.form.texts()["margin.floor"] == "12.5%")
    assert page.form.changes() == {}


def test_a_margin_that_is_none_is_refused_by_its_name(page, store):
    page.form.box("margin.floor").setText("120")

    page.save()

    assert page.refusal.text().startswith("Lowest margin of a quote: 120 is out of range")
    assert kept(store).margins.floor is None


def test_a_refused_setting_is_named_and_nothing_is_kept(page, store):
    before = kept(store).seller.address.city
    page.form.box("city").setText("Hamburg")
    page.form.box("iban").setText("DE00 1234")

    page.save()

    assert page.refusal.text().startswith("IBAN: ")
    assert page.form.tabs.currentIndex() == 1
    assert kept(store).seller.address.city == before
    assert page.form.changes()["city"] == "Hamburg"


def test_a_refusal_of_the_file_names_its_setting_too(page, qtbot):
    page.form.box("time_zone").setText("Mars/Olympus")

    with qtbot.wait_signal(page.presenter.refused) as refused:
        page.save()

    assert refused.args[0] == "time_zone"


def test_what_somebody_else_saved_is_shown_and_what_was_typed_stays(page, store, qtbot):
    page.form.box("city").setText("Hamburg")
    page.presenter.set_logo(PNG)
    qtbot.wait_until(lambda: page.presenter.company.seller.brand.logo != "")

    with qtbot.wait_signal(page.presenter.saved):
        page.save()

    company = kept(store)
    assert company.seller.address.city == "Hamburg"
    assert company.seller.brand.logo


def test_a_logo_is_put_on_the_papers_and_taken_off_again(page, store, tmp_path, qtbot):
    file = tmp_path / "logo.png"
    file.write_bytes(PNG)
    with qtbot.wait_signal(page.presenter.logo_changed):
        page.use_logo(file)
    assert page.logo.picture.isVisibleTo(page.logo)
    assert kept(store).seller.brand.logo

    with qtbot.wait_signal(page.presenter.logo_changed):
        page.logo.remove.click()

    assert not page.logo.picture.isVisibleTo(page.logo)
    assert not kept(store).seller.brand.logo


@pytest.mark.parametrize("content", [b"no picture", b""])
def test_a_file_that_is_no_picture_is_refused(page, tmp_path, qtbot, content):
    file = tmp_path / "logo.txt"
    file.write_bytes(content)

    with qtbot.wait_signal(page.presenter.refused) as refused:
        page.use_logo(file)

    assert refused.args[1].code == "company.logo_refused"
    assert page.refusal.isVisibleTo(page)


def test_a_picture_that_cannot_be_read_is_said(page, tmp_path):
    page.use_logo(tmp_path / "gone.png")

    assert "gone.png" in page.refusal.text()


def test_there_is_nothing_to_save_until_something_is_typed(page, qtbot):
    (save,) = page.page_actions()
    assert save.blocked()

    qtbot.keyClicks(page.form.box("city"), "x")

    assert not save.blocked()
    assert not page.ready_to_close()


def test_the_import_opens_from_here(page):
    window = page.frame

    page.tools.import_button.click()

    assert type(window.page).__name__ == "ImportPage"

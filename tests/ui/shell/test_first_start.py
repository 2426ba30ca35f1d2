import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.shell.first_start import CountryChoice, FirstStart

COUNTRIES = (
    CountryChoice("DE", "Germany", "EUR", "19 %, 7 %", "INV-{year}-{seq:05}"),
    CountryChoice("CH", "Switzerland", "CHF", "8.1 %", "{year}-{seq:04}"),
)


@pytest.fixture
def first(qtbot) -> FirstStart:
    first = FirstStart(COUNTRIES, "DE")
    qtbot.addWidget(first)
    first.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    first.name.setFocus()
    return first


class TestU31FirstStart:
    def test_has_three_pages_at_most(self, first):
        assert first.pages.count() == 3

    def test_only_the_name_must_be_given(self, qtbot, first):
        assert not first.next.isEnabled()
        assert not first.skip.isEnabled()

        QTest.keyClicks(first.name, "Acme Tools")
        with qtbot.waitSignal(first.chosen) as chosen:
            QTest.mouseClick(first.skip, Qt.MouseButton.LeftButton)

        assert chosen.args[0][:4] == ("Acme Tools", "DE", "EUR", "INV-{year}-{seq:05}")
        assert chosen.args[0].logo is None

    def test_can_be_done_by_keyboard(self, qtbot, first):
        QTest.keyClicks(first.name, "Acme")
        QTest.keyClick(first.name, Qt.Key.Key_Return)
        assert first.focusWidget() is first.country

        QTest.keyClick(first.country, Qt.Key.Key_Down)
        first.next.click()
        with qtbot.waitSignal(first.chosen) as chosen:
            first.next.click()

        assert chosen.args[0][:4] == ("Acme", "CH", "CHF", "{year}-{seq:04}")

    def test_currency_taxes_and_numbers_follow_from_the_country_and_can_be_changed(self, qtbot, first):
        first.name.setText("Acme")
        first.country.setCurrentIndex(1)
        assert (first.currency.text(), first.taxes.text()) == ("CHF", "8.1 %")

        first.currency.setText("eur")
        with qtbot.waitSignal(first.chosen) as chosen:
            first.finish()
        assert chosen.args[0].currency == "EUR"

    def test_back_keeps_what_was_typed(self, first):
        first.name.setText("Acme")
        first.next.click()
        first.back.click()

        assert first.pages.currentIndex() == 0
        assert first.name.text() == "Acme"

    def test_blanks_are_no_name(self, first):
        first.name.setText("   ")

        assert not first.next.isEnabled()

    def test_the_sample_company_is_one_click_away(self, qtbot, first):
        with qtbot.waitSignal(first.sample_wanted):
            QTest.mouseClick(first.sample, Qt.MouseButton.LeftButton)

    def test_a_file_of_ones_own_can_be_opened(self, qtbot, first):
        with qtbot.waitSignal(first.file_wanted):
            QTest.mouseClick(first.existing, Qt.MouseButton.LeftButton)


class TestLogo:
    def test_a_picture_is_shown_and_handed_over(self, qtbot, tmp_path, first):
        picture = QPixmap(40, 20)
        picture.fill(Qt.GlobalColor.red)
        picture.save(str(tmp_path / "logo.png"))
        first.name.setText("Acme")

        assert first.use_logo(tmp_path / "logo.png")
        with qtbot.waitSignal(first.chosen) as chosen:
            first.finish()
        assert chosen.args[0].logo == tmp_path / "logo.png"

    def test_what_is_no_picture_is_said_so(self, tmp_path, first):
        (tmp_path / "logo.png").write_text("no picture")

        assert not first.use_logo(tmp_path / "logo.png")
        assert "no picture" in first.logo_picture.text()


def test_u38_every_field_has_a_name(first):
    fields = [*first.findChildren(QLineEdit), first.country]

    assert [field.accessibleName() for field in fields if not field.accessibleName()] == []

import pytest
from PySide6.QtWidgets import QLabel

from ui.kit.theme import tokens
from ui.kit.tokens import Tone
from ui.widgets.totals import Margin, MarginBar, Totals, TotalsLine, TotalsPanel

LOW = Margin("612.40 €", "15.8 %", 158, 200, 300, "Below the floor: needs approval by Jo", Tone.BAD)
GOOD = Margin("1,500.00 €", "38.8 %", 388, 200, 300, "Above the target", Tone.GOOD)
LINES = (TotalsLine("Net", "3,865.25"), TotalsLine("VAT 19 % of 3,865.25", "734.40"))
TOTAL = TotalsLine("Total", "4,599.65 €")


@pytest.fixture
def panel(qtbot) -> TotalsPanel:
    panel = TotalsPanel()
    qtbot.addWidget(panel)
    panel.show_totals(Totals(LINES, TOTAL, LOW))
    panel.show()
    return panel


def shown(panel: TotalsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


class TestTotalsPanel:
    def test_u11_shows_net_taxes_total_and_margin(self, panel):
        texts = shown(panel)

        for expected in ("3,865.25", "734.40", "4,599.65 €", "612.40 €    15.8 %"):
            assert expected in texts

    def test_u12_the_state_of_the_margin_is_said_in_words(self, panel):
        assert "Below the floor: needs approval by Jo" in shown(panel)

    def test_fewer_lines_leave_none_behind(self, panel):
        panel.show_totals(Totals(LINES[:1], TOTAL, LOW))

        assert "734.40" not in shown(panel)

    def test_who_may_not_see_the_margin_sees_none(self, panel):
        panel.show_totals(Totals(LINES, TOTAL, None))

        assert not any("15.8" in text for text in shown(panel))
        assert not panel.bar.isVisible()

    def test_labels_are_kept_over_keystrokes(self, panel):
        before = panel.findChildren(QLabel)
        panel.show_totals(Totals((TotalsLine("Net", "1.00"), LINES[1]), TOTAL, GOOD))

        assert panel.findChildren(QLabel) == before

    def test_u38_it_is_read_aloud(self, panel):
        assert "Total 4,599.65 €" in panel.accessibleDescription()


class TestMarginBar:
    @pytest.mark.parametrize(("margin", "ink"), [(LOW, "bad"), (GOOD, "good")])
    def test_u12_is_filled_in_the_colour_of_its_state_and_marks_floor_and_target(self, qtbot, margin, ink):
        bar = MarginBar()
        qtbot.addWidget(bar)
        bar.resize(300, bar.sizeHint().height())
        bar.show_margin(margin)
        image = bar.grab().toImage()
        middle = [image.pixelColor(x, bar.height() // 2).name() for x in range(300)]

        assert getattr(tokens(), ink) in middle
        assert tokens().text in middle
        assert tokens().text_faint in middle

    def test_a_negative_margin_fills_nothing(self, qtbot):
        bar = MarginBar()
        qtbot.addWidget(bar)
        bar.resize(300, bar.sizeHint().height())
        bar.show_margin(LOW._replace(share=-50))
        image = bar.grab().toImage()

        assert tokens().bad not in {image.pixelColor(x, bar.height() // 2).name() for x in range(300)}

import pytest
from PySide6.QtWidgets import QLabel

from ui.kit.theme import tokens
from ui.widgets.waterfall import RefusedRule, Waterfall, WaterfallChart, WaterfallStep, WaterfallView

STEPS = (
    WaterfallStep("List price", "Standard EUR", "", "100.00", 0, 1000, is_level=True),
    WaterfallStep("Volume", "10 and more: 10 %, version 3", "-10.00", "90.00", 1000, 900),
    WaterfallStep("Surcharge", "Hazardous goods", "+5.00", "95.00", 900, 950),
    WaterfallStep("Net price", "", "", "95.00", 0, 950, is_level=True),
)
REFUSED = (RefusedRule("SPRING-10", "Ended on 28 Feb 2026"), RefusedRule("C-12", "For another customer"))


@pytest.fixture
def view(qtbot) -> WaterfallView:
    view = WaterfallView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_waterfall(Waterfall("Anvil", STEPS, REFUSED, "10 x 95.00 = 950.00"))
    view.show()
    return view


def shown(view) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


class TestU13Waterfall:
    def test_lists_the_refused_rules_with_their_reasons(self, view):
        assert {"SPRING-10", "Ended on 28 Feb 2026", "C-12", "For another customer"} <= set(shown(view))

    def test_says_how_the_unit_price_becomes_the_net(self, view):
        assert "10 x 95.00 = 950.00" in shown(view)

    def test_another_line_leaves_nothing_of_the_first(self, view):
        view.show_waterfall(Waterfall("Bolt", STEPS[:1]))

        assert "SPRING-10" not in shown(view)
        assert "Rules not applied" not in shown(view)
        assert len(view.chart.steps) == 1

    def test_u38_every_step_is_read_aloud(self, view):
        described = view.chart.accessibleDescription()

        assert all(step.text in described and step.rule in described for step in STEPS)


class TestChart:
    def test_reached_prices_reductions_and_additions_have_their_colours(self, qtbot):
        chart = WaterfallChart()
        qtbot.addWidget(chart)
        chart.show_steps(STEPS)
        chart.resize(600, chart.sizeHint().height())
        image = chart.grab().toImage()
        row = chart.height() // len(STEPS)

        def colours(at: int) -> set[str]:
            y = at * row + row // 2
            return {image.pixelColor(x, y).name() for x in range(200, 480)}

        assert tokens().accent in colours(0)
        assert tokens().bad in colours(1)
        assert tokens().good in colours(2)

    def test_needs_a_row_per_step(self, qtbot):
        chart = WaterfallChart()
        qtbot.addWidget(chart)
        chart.show_steps(STEPS)
        four = chart.sizeHint().height()
        chart.show_steps(STEPS[:2])

        assert chart.sizeHint().height() * 2 == four

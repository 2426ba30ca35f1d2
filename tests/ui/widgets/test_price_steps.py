from datetime import date
from decimal import Decimal

import pytest

from ui.kit.theme import Mode, tokens
from ui.widgets.price_steps import PriceStep, PriceSteps

TODAY = date(2026, 3, 2)
STEPS = (
    PriceStep(None, Decimal(100), "100.00 EUR", ""),
    PriceStep(date(2026, 1, 1), Decimal(50), "50.00 EUR", "Jan 1"),
    PriceStep(date(2026, 6, 1), Decimal(200), "200.00 EUR", "Jun 1"),
)


@pytest.fixture
def chart(qtbot) -> PriceSteps:
    chart = PriceSteps()
    qtbot.add_widget(chart)
    chart.resize(480, 120)
    chart.show_steps(STEPS, TODAY)
    chart.show()
    return chart


def lines_at(chart, x) -> list[int]:
    """Return where the line of the price stands at a place from the left."""
    image = chart.grab().toImage()
    return [y for y in range(image.height()) if image.pixelColor(x, y).name() == tokens().accent_text]


class TestPriceSteps:
    def test_a_higher_price_stands_higher(self, chart):
        before, now, later = (min(lines_at(chart, x)) for x in (10, 200, 470))
        assert later < before < now

    def test_half_the_price_stands_half_as_high(self, chart):
        ground = chart.height() - (chart.fontMetrics().height() + 2) - 2
        whole, half = (ground - min(lines_at(chart, x)) for x in (10, 200))
        assert whole == pytest.approx(2 * half, abs=3)

    def test_is_read_aloud_as_the_prices_with_their_days(self, chart):
        assert chart.accessibleName() == "List price over time"
        assert chart.accessibleDescription() == "100.00 EUR; 50.00 EUR from Jan 1; 200.00 EUR from Jun 1"

    def test_one_price_is_one_line_from_side_to_side(self, chart):
        chart.show_steps(STEPS[:1], TODAY)
        assert lines_at(chart, 2) == lines_at(chart, 470) != []

    def test_nothing_is_drawn_while_no_price_holds(self, chart):
        chart.show_steps((*STEPS[:2], PriceStep(date(2026, 6, 1), None, "", "Jun 1")), TODAY)
        assert lines_at(chart, 200) != []
        assert lines_at(chart, 470) == []

    def test_without_prices_it_says_so(self, chart):
        chart.show_steps((), TODAY)
        assert chart.accessibleDescription() == "No price yet."
        assert lines_at(chart, 200) == []

    def test_takes_the_colours_of_the_look(self, chart, theme):
        theme.choose(Mode.DARK)
        assert lines_at(chart, 200) != []

    def test_prices_of_nothing_lie_on_the_ground(self, chart):
        chart.show_steps((PriceStep(None, Decimal(0), "0.00 EUR", ""),), TODAY)
        assert lines_at(chart, 200) != []

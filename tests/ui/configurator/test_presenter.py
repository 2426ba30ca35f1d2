from decimal import Decimal

import pytest

from app.configurator.laying_out import network_of
from app.i18n.formats import formats
from tests.support.configurator import configured
from tests.ui.configurator.conftest import a_computer, priced
from ui.configurator.presenter import ConfigurePresenter, Sold
from ui.configurator.rows import Kind

SMALL, LARGE = ("Processor", "CPU-S"), ("Processor", "CPU-L")
FAN, QUIET, KIT, RAM = ("Extras", "FAN"), ("Extras", "QUIET"), ("Extras", "KIT"), ("Memory", "RAM")


@pytest.fixture
def begin(qtbot):
    """Return a presenter of the computer that the solver has spoken of."""

    def make(configuration=None):
        made = ConfigurePresenter(network_of(a_computer()), configuration, priced, formats("en"))
        qtbot.waitUntil(lambda: not made.is_waiting)
        return made

    return make


def row_at(presenter, place):
    return next(row for row in presenter.rows if row.place == place and row.kind is Kind.OPTION)


class TestChoosing:
    def test_begins_with_what_the_bundle_preselects(self, begin):
        assert begin().configuration.places == {SMALL}

    def test_takes_the_place_of_the_other_where_one_is_allowed(self, begin):
        presenter = begin()

        presenter.toggle(LARGE)

        assert presenter.configuration.places == {LARGE}

    def test_keeps_one_where_one_is_needed_and_says_so(self, begin, qtbot):
        presenter = begin()

        with qtbot.waitSignal(presenter.said):
            presenter.toggle(SMALL)

        assert presenter.configuration.places == {SMALL}

    def test_closes_what_cannot_stand_beside_it_and_says_why(self, begin, qtbot):
        presenter = begin()
        presenter.toggle(FAN)
        qtbot.waitUntil(lambda: not presenter.is_waiting)

        with qtbot.waitSignal(presenter.explained):
            presenter.explain([QUIET])

        assert row_at(presenter, QUIET).closed
        assert "NOISE" in presenter.reason(QUIET)
        assert "FAN" in presenter.reason(QUIET)

    def test_does_not_choose_what_is_closed(self, begin, qtbot):
        presenter = begin()
        presenter.toggle(FAN)
        qtbot.waitUntil(lambda: not presenter.is_waiting)

        presenter.toggle(QUIET)

        assert QUIET not in presenter.configuration.places

    def test_shows_the_cards_of_a_nested_bundle_once_it_is_chosen(self, begin):
        presenter = begin()
        before = [row.text for row in presenter.rows]

        presenter.toggle(KIT)

        assert "KIT – Inside" not in before
        assert "KIT – Inside" in [row.text for row in presenter.rows]

    def test_runs_the_rules_after_a_value_is_told(self, begin):
        presenter = begin()

        presenter.tell("region", "EU")

        assert row_at(presenter, ("Extras", "PLUG-EU")).by_rule


class TestMending:
    def test_says_and_makes_the_smallest_change(self, begin, qtbot):
        presenter = begin(configured(("Extras", "QUIET"), LARGE, FAN, region="EU"))
        valid_before = presenter.solved.is_valid
        said = presenter.mends

        presenter.mend()
        qtbot.waitUntil(lambda: not presenter.is_waiting)

        assert not valid_before
        assert "QUIET" in said
        assert presenter.solved.is_valid

    def test_is_one_step_of_undo(self, begin, qtbot):
        wrong = configured(LARGE, region="US")
        presenter = begin(wrong)
        presenter.mend()

        presenter.undo()

        assert presenter.configuration == wrong

    def test_brings_a_quantity_within_its_limits(self, begin, qtbot):
        presenter = begin()
        presenter.tell("region", "US")
        presenter.set_quantity(RAM, Decimal(9))
        qtbot.waitUntil(lambda: not presenter.is_waiting)

        presenter.mend()

        assert presenter.configuration.at(RAM).quantity == 8


class TestPricing:
    def test_prices_the_effective_quantities(self, begin):
        presenter = begin()
        presenter.sell(Sold(Decimal(3)))

        presenter.toggle(RAM)

        assert presenter.priced.lines == (("CPU-S", "300.00"), ("RAM", "300.00"))
        assert presenter.priced.total == "€600.00"

    def test_names_the_products_where_names_are_known(self, begin):
        presenter = begin()

        presenter.sell(Sold(names={"FAN": "Cooling fan"}))

        assert (row_at(presenter, FAN).text, row_at(presenter, FAN).detail) == ("Cooling fan", "FAN")


class TestUndo:
    def test_goes_back_and_forth_with_the_price(self, begin):
        presenter = begin()
        presenter.toggle(RAM)

        presenter.undo()
        undone = presenter.priced.total
        presenter.redo()

        assert (undone, presenter.priced.total) == ("€100.00", "€200.00")
        assert presenter.edited.stack.undoText() == "Choose RAM"

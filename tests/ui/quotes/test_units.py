from decimal import Decimal

import pytest

from app.i18n.formats import formats
from app.kernel.quantity import ALL_UNITS, UnknownUnit
from ui.quotes.units import counted, unit_label, unit_of


def test_pieces_are_written_short():
    assert (unit_label("C62"), unit_label("HUR"), unit_label("KGM")) == ("pc", "h", "kg")


@pytest.mark.parametrize("unit", ALL_UNITS)
def test_every_label_can_be_typed_again(unit):
    assert unit_label(unit_of(unit_label(unit.code)).code) == unit_label(unit.code)


def test_an_unknown_code_is_shown_as_it_is():
    assert unit_label("ZZZ") == "ZZZ"


def test_nobodys_unit_is_refused():
    with pytest.raises(UnknownUnit):
        unit_of("furlong")


def test_one_day_and_two_days():
    english = formats("en")

    assert counted(Decimal(1), "DAY", english) == "1 day"
    assert counted(Decimal(2), "DAY", english) == "2 days"
    assert counted(Decimal(2), "HUR", english) == "2 h"

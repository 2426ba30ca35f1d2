import pytest

from app.formulas.checking import TableShape, check
from app.formulas.faults import (
    ArgumentCount,
    PercentWanted,
    TableNotNamed,
    UnitsDiffer,
    UnknownField,
    UnknownFunction,
    UnknownTable,
    WrongKind,
)
from app.formulas.kinds import DAYS, MONEY, MONTHS, QUANTITY, RATIO, TEXT, TRUTH, UNIT_PRICE
from app.formulas.parsing import parse

FIELDS = {
    "list_price": UNIT_PRICE,
    "quantity": QUANTITY,
    "discount": RATIO,
    "term": MONTHS,
    "span": DAYS,
    "sku": TEXT,
    "is_new": TRUTH,
}
TABLES = {"FREIGHT": TableShape((TEXT, QUANTITY), MONEY)}


def checked(text, gives=None):
    return check(parse(text), FIELDS, TABLES, gives=gives)


class TestUnits:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("list_price * quantity", MONEY),
            ("list_price * quantity / 10 units", UNIT_PRICE),
            ("list_price * (1 - 15 %)", UNIT_PRICE),
            ("list_price + 5", UNIT_PRICE),
            ("min(list_price, 5, 7)", UNIT_PRICE),
            ("term / 12 months", RATIO),
            ("span + 30 days", DAYS),
            ("-abs(list_price)", UNIT_PRICE),
            ("round_price(list_price)", UNIT_PRICE),
            ("if(is_new, 5 %, 0)", RATIO),
            ('sku = "A" and quantity >= 10 or not is_new', TRUTH),
            ('lookup("FREIGHT", sku, quantity)', MONEY),
            ("known(term)", TRUTH),
        ],
    )
    def test_that_go_together(self, text, kind):
        assert checked(text).kind == kind

    @pytest.mark.parametrize(
        ("text", "fault", "offset"),
        [
            ("list_price + quantity", UnitsDiffer, 11),
            ("list_price + 15 %", UnitsDiffer, 11),
            ("list_price * quantity > list_price", UnitsDiffer, 22),
            ("term = span", UnitsDiffer, 5),
            ("sku = 5", UnitsDiffer, 4),
            ("sku < sku", WrongKind, 0),
            ("1 + sku", WrongKind, 4),
            ("quantity and yes", WrongKind, 0),
            ("not 5", WrongKind, 4),
            ("if(5, 1, 2)", WrongKind, 3),
            ("if(yes, list_price, quantity)", UnitsDiffer, 0),
            ("round_currency(quantity)", WrongKind, 15),
            ("known(5)", WrongKind, 6),
            ('lookup("FREIGHT", quantity, quantity)', WrongKind, 18),
            ('lookup("FREIGHT", sku)', ArgumentCount, 0),
            ('lookup("DUTY", sku)', UnknownTable, 7),
            ("lookup(sku, sku)", TableNotNamed, 7),
            ("abs(1, 2)", ArgumentCount, 0),
            ("max(1)", ArgumentCount, 0),
            ("1 + qty", UnknownField, 4),
            ("eval(1)", UnknownFunction, 0),
            ("sku.__class__", UnknownField, 0),
        ],
    )
    def test_that_do_not_are_refused_with_their_place(self, text, fault, offset):
        with pytest.raises(fault) as refusal:
            checked(text)
        assert refusal.value.place.offset == offset


class TestWhatItGives:
    def test_a_bare_number_is_no_percentage(self):
        with pytest.raises(PercentWanted):
            checked("15", RATIO)
        with pytest.raises(PercentWanted):
            checked("if(is_new, 15, 10)", RATIO)

    def test_nothing_is_nothing_in_percent_too(self):
        assert checked("0", RATIO).kind == RATIO

    def test_another_kind_is_refused(self):
        with pytest.raises(WrongKind):
            checked("quantity", UNIT_PRICE)

    def test_a_bare_number_may_be_a_price(self):
        assert checked("99", UNIT_PRICE).kind == UNIT_PRICE


class TestWhatItReads:
    def test_are_its_fields_and_tables(self):
        formula = checked('lookup("FREIGHT", sku, 5) + list_price * quantity')
        assert formula.reads == {"sku", "list_price", "quantity"}
        assert formula.tables == {"FREIGHT"}

    def test_an_amount_of_no_currency_is_noted(self):
        assert [place.offset for place in checked("list_price + 5").amounts] == [13]
        assert checked("99", UNIT_PRICE).amounts
        assert not checked("max(list_price, 0) * 2").amounts
        assert not checked("quantity > 5").amounts

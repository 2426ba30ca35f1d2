from decimal import Decimal

import pytest

from app.catalog.reduction import percent_off
from app.kernel.percent import Percent, PercentOutOfRange
from app.quotes.lines import LineKind, LineRole
from app.quotes.quote import group_of_each_line
from app.services.quote_files import LinesRefused, OptionNotOffered, chosen, with_lines
from tests.support.deals import a_draft
from tests.support.stores import an_act


def filled(store, tmp_path, text, **facts):
    file = tmp_path / "lines.csv"
    file.write_text(text, encoding="utf-8")
    draft = a_draft(store)
    with store.writing(an_act()) as uow:
        return with_lines(uow, draft, file=file, **facts).quote


class TestWithLines:
    def test_takes_sku_and_quantity(self, store, tmp_path):
        quote = filled(store, tmp_path, "sku,quantity\nA-1,10\nB-2,2.5\n")

        assert [(line.sku, line.quantity) for line in quote.lines] == [("A-1", 10), ("B-2", Decimal("2.5"))]

    def test_takes_price_discount_group_and_option(self, store, tmp_path):
        text = "sku,quantity,price,discount,group,optional\nA-1,1,90,,Tools,\nB-2,1,,5,Tools,yes\n"

        quote = filled(store, tmp_path, text)

        heading, anvil, bolt = quote.lines
        assert (heading.kind, heading.name) == (LineKind.HEADING, "Tools")
        assert (anvil.unit_price, bolt.discount, bolt.role) == (90, percent_off(5), LineRole.OPTIONAL)

    def test_lines_of_no_group_never_fall_into_one(self, store, tmp_path):
        text = "sku,quantity,group\nA-1,1,G1\nB-2,1,G2\nA-1,5,\n"

        quote = filled(store, tmp_path, text)

        assert [line.sku or line.name for line in quote.lines] == ["A-1", "G1", "A-1", "G2", "B-2"]
        assert group_of_each_line(quote)[quote.lines[0].id] is None

    def test_takes_a_discount_on_the_whole(self, store, tmp_path):
        quote = filled(store, tmp_path, "sku,quantity\nA-1,1\n", discount="7.5")

        assert quote.discount == Percent(Decimal("0.075"))

    def test_names_every_faulty_row_and_takes_nothing(self, store, tmp_path):
        with pytest.raises(LinesRefused) as refused:
            filled(store, tmp_path, "sku,quantity\nA-1,0\nNOPE,1\nB-2,-1\nA-1,1e999\nA-1,NaN\n")

        assert [finding.where for finding in refused.value.findings] == [
            "line 2",
            "line 4",
            "line 5",
            "line 6",
            "line 3",
        ]

    @pytest.mark.parametrize("discount", ["101", "-1"])
    def test_refuses_a_discount_beyond_everything(self, store, tmp_path, discount):
        with pytest.raises(PercentOutOfRange):
            filled(store, tmp_path, "sku,quantity\nA-1,1\n", discount=discount)


class TestChosen:
    def test_finds_the_optional_lines_of_these_products(self, store):
        quote = a_draft(store, ("A-1", "1"), ("B-2", "1"), optional="B-2")

        assert chosen(quote, ["B-2"]) == {quote.lines[1].id}

    def test_a_firm_line_is_no_option(self, store):
        with pytest.raises(OptionNotOffered):
            chosen(a_draft(store, ("A-1", "1")), ["A-1"])

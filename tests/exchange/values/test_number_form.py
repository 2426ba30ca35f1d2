from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.values.number_form import ENGLISH, NumberEvidence, NumberForm, proved_sign
from app.kernel.numbers import parse_number


def evidence(*cells) -> NumberEvidence:
    found = NumberEvidence()
    found.look(cells)
    return found


class TestProvedSign:
    @pytest.mark.parametrize(
        "text", ["12.50", "1,234.56", "1,234,567", "0.125", ".5", "1234.567", "1 234.567", "-9.5 %"]
    )
    def test_point(self, text):
        assert proved_sign(text) == "."

    @pytest.mark.parametrize(
        "text", ["12,50", "1.234,56", "1.234.567", "0,125", ",5", "1234,567", "1'234,567", "+9,5%"]
    )
    def test_comma(self, text):
        assert proved_sign(text) == ","

    @pytest.mark.parametrize("text", ["1.234", "1,234", "-12.345", "999,000"])
    def test_unclear(self, text):
        assert proved_sign(text) is None

    @pytest.mark.parametrize("text", ["", "7", "1 234", "1e5", "NaN", "EUR 5,00", "-"])
    def test_none_needed(self, text):
        assert proved_sign(text) == ""


class TestNumberEvidence:
    def test_takes_the_sign_that_one_value_proves(self):
        assert evidence("1.234", "5", "1,50").form() == NumberForm(",")
        assert evidence("1,234", "5", "1.50").form() == NumberForm(".")

    def test_counts_what_came_in_earlier_pieces(self):
        found = evidence("1,5")
        found.look(["1.234"])
        assert found.form() == NumberForm(",")

    def test_needs_no_proof_for_whole_numbers_and_typed_ones(self):
        assert evidence("1", "20", "", Decimal("1.234")).form() == ENGLISH

    def test_asks_where_nothing_proves_it(self):
        found = evidence("1.234", "2.500")
        assert found.form() is None
        question = found.question("price")
        assert (question.code, question.params["text"]) == ("exchange.decimal_sign_unclear", "1.234")

    def test_asks_where_values_contradict_each_other(self):
        found = evidence("1.50", "2,50")
        assert found.form() is None
        question = found.question("price")
        assert (question.code, dict(question.params)) == (
            "exchange.decimal_sign_mixed",
            {"column": "price", "point": "1.50", "comma": "2,50"},
        )

    @given(
        numbers=st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1),
        style=st.sampled_from([(".", ","), (",", "."), (",", " "), (".", "'"), (".", ""), (",", "")]),
    )
    def test_reads_back_every_list_of_amounts_in_any_style(self, numbers, style):
        decimal, group = style
        written = [
            f"{number:,.2f}".replace(",", "g").replace(".", decimal).replace("g", group) for number in numbers
        ]
        form = evidence(*written).form()
        assert form == NumberForm(decimal)
        read = [
            parse_number(text, decimal_sign=form.decimal, group_sign=form.group_of(text)) for text in written
        ]
        assert read == numbers

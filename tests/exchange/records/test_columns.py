from decimal import Decimal

from app.exchange.records import kinds
from app.exchange.records.columns import ColumnReader
from app.exchange.records.fields import Field, Forms
from app.exchange.values.number_form import NumberForm

PRICE = Field("price", kinds.number())
DAY = Field("from", kinds.DAY, None)


def reader(field, *, chosen=False, forms=None):
    return ColumnReader(field.key, field, forms or Forms(), chosen)


class TestColumnReader:
    def test_reads_the_first_piece_as_it_proves_itself(self):
        column = reader(PRICE)
        values, refused = column.read(["1,50", "1.234,5"], first=True)
        assert (values, refused) == ([Decimal("1.5"), Decimal("1234.5")], {})

    def test_refuses_single_cells_and_reads_the_others(self):
        values, refused = reader(PRICE).read(["1.50", "", "x"], first=True)
        assert values[0] == Decimal("1.5")
        assert {place: refusal.code for place, refusal in refused.items()} == {
            1: "exchange.cell_empty",
            2: "numbers.not_a_number",
        }

    def test_collects_proof_over_pieces(self):
        column = reader(PRICE)
        column.read(["1.234"], first=True)
        assert column.proved() is None
        column.read(["1.2"])
        assert column.proved() == Forms()
        column.read(["1,5"])
        assert column.proved() is None
        assert column.question().code == "exchange.decimal_sign_mixed"

    def test_asks_nothing_once_a_person_has_spoken(self):
        column = reader(PRICE, chosen=True, forms=Forms(NumberForm(",")))
        assert column.read(["1.234"], first=True)[0] == [Decimal(1234)]
        assert column.proved() == Forms(NumberForm(","))

    def test_forgets_what_it_read_in_another_way(self):
        column = reader(PRICE)
        column.read(["1.234"], first=True)
        assert column.settle(Forms(NumberForm(",")))
        assert column.read(["1.234"])[0] == [Decimal(1234)]
        assert not column.settle(Forms(NumberForm(",")))

    def test_says_what_it_left_out(self):
        column = reader(DAY)
        column.read([" 2013-05-30 12:00 ", "2013-05-30"], first=True)
        assert [(finding.code, finding.params["text"]) for finding in column.findings()] == [
            ("exchange.blanks_left_out", " 2013-05-30 12:00 "),
            ("exchange.time_left_out", " 2013-05-30 12:00 "),
        ]

    def test_asks_about_days_and_months(self):
        column = reader(DAY)
        column.read(["1/2/2013"], first=True)
        assert column.proved() is None
        assert column.question().code == "exchange.date_order_unclear"

    def test_reads_columns_with_very_many_values(self):
        column = reader(Field("unit", kinds.whole(low=0, high=10**6)))
        for start in range(0, 120_000, 30_000):
            values, refused = column.read([str(n) for n in range(start, start + 30_000)])
            assert (values[0], len(values), refused) == (start, 30_000, {})

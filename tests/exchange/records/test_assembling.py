from decimal import Decimal

from app.exchange.records.assembling import MOST_PROBLEMS
from app.exchange.records.lines import LINES
from app.exchange.records.products import PRODUCTS
from tests.support.imports import parsed, problems

HEADER = "sku,name,price,currency\n"


class TestAssembly:
    def test_keeps_the_good_rows_and_names_all_that_is_wrong(self):
        found = parsed(PRODUCTS, HEADER + "A,Anvil,1.50,EUR\nB,,x,EURO\nC,Clamp,2.50,EUR\n")
        assert [row.sku for row in found.rows] == ["A", "C"]
        assert problems(found) == [
            (3, "name", "exchange.cell_empty"),
            (3, "price", "numbers.not_a_number"),
            (3, "currency", "money.unknown_currency"),
        ]
        assert (found.faulty, found.problem_count) == (1, 3)

    def test_refuses_a_row_that_comes_twice_and_names_the_first(self):
        found = parsed(PRODUCTS, HEADER + "A,Anvil,1.50,EUR\nB,Bolt,1,EUR\nA,Other,1,EUR\n")
        assert [(p.line, p.code, p.params["first"]) for p in found.problems] == [
            (4, "exchange.row_repeated", 2)
        ]

    def test_refuses_a_row_that_comes_twice_in_another_piece(self):
        rows = "".join(f"S{n},x,1,EUR\n" for n in range(5000))
        found = parsed(PRODUCTS, HEADER + rows + "S7,x,1,EUR\n")
        assert [(p.line, p.params["first"]) for p in found.problems] == [(5002, 9)]

    def test_refuses_a_row_with_more_cells_than_columns(self):
        assert problems(parsed(PRODUCTS, HEADER + "A,Anvil,1,50,EUR\nB,Bolt,1.5,EUR\n"))[0] == (
            2,
            "currency",
            "money.unknown_currency",
        )
        assert problems(parsed(LINES, "sku,quantity\nA,1,5\n")) == [(2, "", "exchange.too_many_cells")]

    def test_gathers_indexed_columns(self):
        found = parsed(
            PRODUCTS, "sku,name,name[fr],name[de],price,currency\nA,Anvil,Enclume,Amboss,1,EUR\nB,x,,,1,EUR\n"
        )
        assert [row.names for row in found.rows] == [(("de", "Amboss"), ("fr", "Enclume")), ()]

    def test_counts_on_when_it_keeps_no_more_problems(self):
        found = parsed(LINES, "sku,quantity\n" + "A,x\n" * (MOST_PROBLEMS + 5))
        assert (len(found.problems), found.problem_count, found.faulty) == (
            MOST_PROBLEMS,
            MOST_PROBLEMS + 5,
            MOST_PROBLEMS + 5,
        )

    def test_fills_columns_the_file_does_not_have(self):
        (row,) = parsed(PRODUCTS, HEADER + "A,Anvil,1,EUR\n").rows
        assert (row.unit, row.cost, row.term) == ("C62", None, 1)
        assert row.price == Decimal(1)

from decimal import Decimal

import pytest

from app.exchange.mapping.applying import DecimalSignUnclear, apply, beside, no_files
from app.exchange.mapping.joining import ColumnNotThere
from app.exchange.mapping.mapping import Condition, Filter, Join, Mapping, Take, Unmatched
from app.exchange.tables.file_names import OutsideFolder
from tests.support.imports import a_table

PLAIN = Mapping("lines", (("sku", Take(("Item",))), ("quantity", Take(("Qty",)))))


def rows(source):
    """Return the lines and the rows of a source."""
    return [
        (line, *row)
        for piece in source.pieces()
        for line, row in zip(piece.lines, zip(*piece.columns, strict=True), strict=True)
    ]


class TestApply:
    def test_names_columns_as_the_noun_does_and_keeps_lines(self):
        source = apply(PLAIN, a_table("Qty,Colour,Item\n2,red,A\n\n3,blue,B\n"))
        assert source.columns == ("sku", "quantity")
        assert rows(source) == [(2, "A", "2"), (4, "B", "3")]
        assert source.unmapped == ("Colour",)

    def test_gives_every_row_the_standing_values(self):
        mapping = PLAIN.with_constants({"group": "Work"})
        assert rows(apply(mapping, a_table("Qty,Item\n2,A\n"))) == [(2, "A", "2", "Work")]

    def test_counts_what_it_leaves_out(self):
        mapping = Mapping("lines", PLAIN.columns, filters=(Filter("Qty", Condition.ABOVE, ("2",)),))
        source = apply(mapping, a_table("Qty,Item\n2,A\n3,B\n1,C\n"))
        assert rows(source) == [(3, "B", "3")]
        assert rows(source) == [(3, "B", "3")]
        (finding,) = source.later()
        assert (finding.code, finding.params["rows"], finding.params["condition"]) == (
            "exchange.rows_filtered",
            2,
            "Qty above 2",
        )

    def test_looks_other_files_up_in_order(self, tmp_path):
        (tmp_path / "sub.csv").write_text("Id,Cat\n1,9\n")
        (tmp_path / "cat.csv").write_text("Id,Name\n9,Bikes\n")
        mapping = Mapping(
            "lines",
            (*PLAIN.columns, ("group", Take(("cat.Name",)))),
            joins=(
                Join("sub", "sub.csv", (("Sub", "Id"),)),
                Join("cat", "cat.csv", (("sub.Cat", "Id"),), unmatched=Unmatched.DROP),
            ),
            filters=(Filter("cat.Name", Condition.EQUALS, ("Bikes",)),),
        )
        source = apply(mapping, a_table("Qty,Item,Sub\n2,A,1\n3,B,2\n"), beside(tmp_path))
        assert rows(source) == [(2, "A", "2", "Bikes")]
        assert [(f.code, f.params["file"], f.params["rows"]) for f in source.later()] == [
            ("exchange.rows_without_match", "sub.csv", 1),
            ("exchange.rows_dropped", "cat.csv", 1),
        ]

    def test_multiplies_in_the_form_the_file_proves(self):
        mapping = Mapping(
            "lines", (("sku", Take(("Item",))), ("quantity", Take(("Qty",), times=Decimal(100))))
        )
        assert rows(apply(mapping, a_table("Item;Qty\nA;0,02\n"))) == [(2, "A", Decimal(2))]
        with pytest.raises(DecimalSignUnclear) as refusal:
            apply(mapping, a_table("Item;Qty\nA;1,234\n"))
        assert refusal.value.params == {"column": "Qty", "text": "1,234"}

    @pytest.mark.parametrize(
        "changes",
        [
            {"columns": (("sku", Take(("Colour",))),)},
            {"filters": (Filter("Colour", Condition.EQUALS, ("x",)),)},
            {"columns": (("sku", Take(("x.Name",))),)},
        ],
    )
    def test_names_a_column_the_file_does_not_have(self, changes):
        with pytest.raises(ColumnNotThere) as refusal:
            apply(Mapping("lines", **changes), a_table("Item,Qty\n", "f.csv"))
        assert refusal.value.params["file"] == "f.csv"

    @pytest.mark.parametrize("name", ["../secret.csv", "/etc/passwd", "a/b.csv"])
    def test_opens_no_file_elsewhere(self, tmp_path, name):
        mapping = Mapping("lines", PLAIN.columns, joins=(Join("x", name, (("Item", "Id"),)),))
        with pytest.raises(OutsideFolder):
            apply(mapping, a_table("Item,Qty\nA,1\n"), beside(tmp_path))

    def test_opens_no_file_at_all_for_a_paste(self):
        with pytest.raises(OutsideFolder):
            no_files("other.csv")

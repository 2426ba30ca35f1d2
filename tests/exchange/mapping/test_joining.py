import pytest

from app.exchange.mapping.frames import Frame
from app.exchange.mapping.joining import (
    ColumnNotThere,
    Gathering,
    JoinAmbiguous,
    joined,
    lookup_of,
    require_columns,
)
from app.exchange.mapping.mapping import Collect, Condition, Filter, Join, Take, Unmatched
from app.exchange.values.number_form import ENGLISH
from tests.support.imports import a_table

FILES = {
    "Sub.csv": "Id,Name,Cat\n1,Road,9\n2,Track,9\n",
    "Texts.csv": "Id,Lang,Text\n1,en,Hello\n1,fr,Salut\n2,en,Bye\n",
    "Two.csv": "Id,Name\n1,first\n1,second\n",
    "Links.csv": "Offer,Product\n1,7\n1,8\n",
    "Products.csv": "Id,Sku\n7,A-7\n8,B;8\n",
}
ON = (("SubId", "Id"),)
FRAME = Frame([2, 3, 4], {"SubId": ["1", "5", ""]})


def open_file(name):
    return a_table(FILES[name], name)


class TestJoined:
    def join(self, **changes):
        join = Join("sub", "Sub.csv", ON, **changes)
        return joined(FRAME, join, lookup_of(join, open_file, ENGLISH))

    def test_brings_the_columns_of_the_row_that_fits(self):
        frame, missing = self.join()
        assert frame.columns["sub.Name"] == ["Road", "", ""]
        assert missing == 1  # the blank one has nothing to look for

    def test_counts_nothing_where_most_rows_have_none(self):
        frame, missing = self.join(unmatched=Unmatched.OPTIONAL)
        assert (len(frame.lines), missing) == (3, 0)

    def test_drops_or_refuses_rows_that_find_nothing(self):
        frame, missing = self.join(unmatched=Unmatched.DROP)
        assert (list(frame.lines), missing) == ([2], 2)
        frame, missing = self.join(unmatched=Unmatched.REFUSE)
        assert [(one.place, one.refusal.code) for one in frame.refused] == [
            (1, "exchange.nothing_to_join"),
            (2, "exchange.nothing_to_join"),
        ]

    def test_asks_only_rows_that_count(self):
        frame, _missing = self.join(filters=(Filter("Name", Condition.EQUALS, ("Track",)),))
        assert frame.columns["sub.Name"] == ["", "", ""]


class TestLookupOf:
    def test_refuses_two_rows_for_one_unless_the_first_is_meant(self):
        with pytest.raises(JoinAmbiguous) as refusal:
            lookup_of(Join("two", "Two.csv", ON), open_file, ENGLISH)
        assert refusal.value.params == {"file": "Two.csv", "key": "1", "line": 3}

        join = Join("two", "Two.csv", ON, first=True)
        frame, _ = joined(FRAME, join, lookup_of(join, open_file, ENGLISH))
        assert frame.columns["two.Name"][0] == "first"

    def test_names_a_column_that_is_not_there(self):
        with pytest.raises(ColumnNotThere) as refusal:
            lookup_of(Join("sub", "Sub.csv", (("SubId", "Key"),)), open_file, ENGLISH)
        assert refusal.value.params == {"column": "Key", "file": "Sub.csv", "columns": ("Id", "Name", "Cat")}


class TestGathering:
    def test_makes_columns_by_index(self):
        collect = Collect("Texts.csv", ON, columns=(("description", Take(("Text",))),), index=Take(("Lang",)))
        gathering = Gathering(collect, open_file, ENGLISH)
        assert gathering.columns == ("description[en]", "description[fr]")
        frame, missing = gathering.gathered(FRAME)
        assert (frame.columns["description[en]"], missing) == (["Hello", "", ""], 1)

    def test_makes_a_list_through_another_join(self):
        collect = Collect(
            "Links.csv",
            (("SubId", "Offer"),),
            joins=(Join("product", "Products.csv", (("Product", "Id"),)),),
            into="skus",
            listed=Take(("product.Sku",)),
            unmatched=Unmatched.REFUSE,
        )
        frame, missing = Gathering(collect, open_file, ENGLISH).gathered(FRAME)
        assert frame.columns["skus"] == ['A-7;"B;8"', "", ""]
        assert (missing, [one.place for one in frame.refused]) == (2, [1, 2])

    @pytest.mark.parametrize(
        "changes",
        [
            {"index": Take(("Tongue",))},
            {"columns": (("description", Take(("Words",))),)},
            {"filters": (Filter("Kind", Condition.EQUALS, ("x",)),)},
            {"on": (("SubId", "Key"),)},
            {"joins": (Join("p", "Products.csv", (("Key", "Id"),)),)},
        ],
    )
    def test_names_a_column_that_is_not_there(self, changes):
        whole = {"file": "Texts.csv", "on": ON, "columns": (), "index": Take(("Lang",))} | changes
        with pytest.raises(ColumnNotThere):
            Gathering(Collect(**whole), open_file, ENGLISH)


class TestRequireColumns:
    def test_lists_what_there_is(self):
        require_columns(["a"], ["a", "b"], file="f")
        with pytest.raises(ColumnNotThere) as refusal:
            require_columns(["a", "c"], ["a", "b"], file="f")
        assert refusal.value.params["columns"] == ("a", "b")

from app.exchange.mapping.mapping import Collect, Condition, Mapping, Take, columns_of
from app.exchange.records.parsing import Told

PLAIN = Mapping("products", (("sku", Take(("Item",))),), (("currency", "EUR"),))


class TestMapping:
    def test_names_every_field_it_fills(self):
        collect = Collect(
            "f.csv", (("a", "b"),), columns=(("description", Take(("c",))),), index=Take(("d",))
        )
        lists = Collect("g.csv", (("a", "b"),), into="skus", listed=Take(("c",)))
        mapping = Mapping("products", PLAIN.columns, PLAIN.constants, collects=(collect, lists))
        assert list(mapping.fields()) == ["sku", "currency", "description", "skus"]

    def test_takes_standing_values_only_for_fields_it_leaves_open(self):
        assert PLAIN.with_constants({"currency": "USD", "tax": "19", "unit": ""}).constants == (
            ("currency", "EUR"),
            ("tax", "19"),
        )

    def test_keeps_older_answers_beside_newer_ones(self):
        told = PLAIN.with_told(Told(decimal=",")).with_told(Told(order="dmy")).told
        assert told == Told(",", "dmy")


class TestTake:
    def test_is_plain_when_cells_are_taken_as_they_are(self):
        assert Take(("a",)).is_plain
        assert not Take(("a", "b")).is_plain
        assert not Take(("a",), words=(("x", "y"),)).is_plain

    def test_names_its_columns(self):
        assert list(columns_of([Take(("a", "b")), Take(("c",))])) == ["a", "b", "c"]


class TestCondition:
    def test_four_compare_numbers(self):
        assert [one.value for one in Condition if one.compares_numbers] == [
            "above",
            "at_least",
            "below",
            "at_most",
        ]

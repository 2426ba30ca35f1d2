from decimal import Decimal

import pytest

from app.exchange.mapping.mapping import Collect, Condition, Filter, Join, Take, Unmatched
from app.exchange.mapping.toml_reading import MappingMistaken, MappingUnreadable, mapping_of, read_mapping
from app.exchange.records.parsing import Told
from app.exchange.tables.reading import Choices

HEAD = 'format = 1\nnoun = "offers"\n'

FULL = """
format = 1
noun = "offers"
file = "SpecialOffer.csv"

[reading]
encoding = "cp1252"
delimiter = ";"
header_line = 2
decimal_sign = ","
date_order = "dmy"

[[filter]]
column = "Pct"
above = 0

[[filter]]
column = "Type"
one_of = ["a", "b"]

[[filter]]
column = "x.End"
filled = false

[[join]]
name = "x"
file = "X.csv"
on = { A = "B", "C" = "D" }
unmatched = "drop"
first = true
filter = [{ column = "Kind", equals = "Main" }]

[columns]
code = "Id"
name = { from = ["A", "B"], glue = "/" }
percent = { from = "Pct", times = 100 }
"name[de]" = { from = "Deutsch", words = { "ja" = "yes" } }

[constants]
order = "3"

[[collect]]
file = "Products.csv"
on = { Id = "OfferId" }
into = "skus"
listed = "Sku"
join = [{ name = "p", file = "P.csv", on = { a = "b" } }]
"""


class TestMappingOf:
    def test_reads_everything_a_mapping_can_say(self):
        mapping = mapping_of(FULL)
        assert (mapping.noun, mapping.file) == ("offers", "SpecialOffer.csv")
        assert mapping.told == Told(",", "dmy")
        assert mapping.choices == Choices("cp1252", ";", "", 2)
        assert mapping.filters == (
            Filter("Pct", Condition.ABOVE, ("0",)),
            Filter("Type", Condition.ONE_OF, ("a", "b")),
            Filter("x.End", Condition.FILLED, ("false",)),
        )
        assert mapping.joins == (
            Join(
                "x",
                "X.csv",
                (("A", "B"), ("C", "D")),
                (Filter("Kind", Condition.EQUALS, ("Main",)),),
                Unmatched.DROP,
                first=True,
            ),
        )
        assert dict(mapping.columns) == {
            "code": Take(("Id",)),
            "name": Take(("A", "B"), "/"),
            "percent": Take(("Pct",), times=Decimal(100)),
            "name[de]": Take(("Deutsch",), words=(("ja", "yes"),)),
        }
        assert mapping.constants == (("order", "3"),)
        assert mapping.collects == (
            Collect(
                "Products.csv",
                (("Id", "OfferId"),),
                joins=(Join("p", "P.csv", (("a", "b"),)),),
                into="skus",
                listed=Take(("Sku",)),
                unmatched=Unmatched.REFUSE,
            ),
        )

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("", "format"),
            ("format = 2", "format"),
            ("format = true", "format"),
            ('format = 1\nnoun = "planets"', "noun"),
            (HEAD + "colour = 1", "colour"),
            (HEAD + "file = 3", "file"),
            (HEAD + "[columns]\ncolour = 'X'", "columns.colour"),
            (HEAD + "[columns]\ncode = ''", "columns.code"),
            (HEAD + "[columns]\ncode = 3", "columns.code"),
            (HEAD + "[columns]\ncode = { from = [] }", "columns.code.from"),
            (HEAD + "[columns]\ncode = { from = 'a', gleu = 'x' }", "columns.code.gleu"),
            (HEAD + "[columns]\ncode = { from = 'a', times = 'x' }", "columns.code.times"),
            (HEAD + "[columns]\ncode = { from = 'a', times = inf }", "columns.code.times"),
            (HEAD + "[columns]\ncode = { from = 'a', times = true }", "columns.code.times"),
            (HEAD + "[columns]\ncode = { from = 'a', words = { b = 1 } }", "columns.code.words.b"),
            (HEAD + "[constants]\ncode = 3", "constants.code"),
            (HEAD + "[columns]\ncode = 'a'\n[constants]\ncode = 'b'", "constants.code"),
            (HEAD + "[reading]\ndelimiter = '.'", "reading.delimiter"),
            (HEAD + "[reading]\ndecimal_sign = ' '", "reading.decimal_sign"),
            (HEAD + "[reading]\ndelimeter = ';'", "reading.delimeter"),
            (HEAD + "join = 3", "join"),
            (HEAD + "join = [3]", "join"),
            (HEAD + "[[join]]\nname = 'x'", "join[1].file"),
            (HEAD + "[[join]]\nname = 'x'\nfile = 'f'", "join[1].on"),
            (HEAD + "[[join]]\nname = 'x'\nfile = 'f'\non = { a = 1 }", "join[1].on.a"),
            (
                HEAD + "[[join]]\nname = 'x'\nfile = 'f'\non = { a = 'b' }\nunmatched = 'x'",
                "join[1].unmatched",
            ),
            (HEAD + "[[filter]]\ncolumn = 'x'", "filter[1].column"),
            (HEAD + "[[filter]]\ncolumn = 'x'\nabove = 1\nbelow = 2", "filter[1].column"),
            (HEAD + "[[filter]]\ncolumn = 'x'\nabove = 'much'", "filter[1].above"),
            (HEAD + "[[filter]]\ncolumn = 'x'\nequals = 1", "filter[1].equals"),
            (HEAD + "[[filter]]\ncolumn = 'x'\none_of = []", "filter[1].one_of"),
            (HEAD + "[[filter]]\ncolumn = 'x'\nfilled = 'yes'", "filter[1].filled"),
            (HEAD + "[[collect]]\nfile = 'f'\non = { a = 'b' }", "collect[1].index"),
            (
                HEAD + "[[collect]]\nfile = 'f'\non = { a = 'b' }\ninto = 'colours'\nlisted = 'x'",
                "collect[1].into",
            ),
            (
                HEAD + "[[collect]]\nfile = 'f'\non = { a = 'b' }\nindex = 'x'\ncolumns = { order = 'y' }",
                "collect[1].columns.order",
            ),
        ],
    )
    def test_names_the_key_of_a_mistake(self, text, key):
        with pytest.raises(MappingMistaken) as refusal:
            mapping_of(text, file="m.toml")
        assert (refusal.value.params["file"], refusal.value.params["key"]) == ("m.toml", key)

    def test_says_where_it_is_no_toml(self):
        with pytest.raises(MappingUnreadable) as refusal:
            mapping_of("format = \n", file="m.toml")
        assert "line 1" in str(refusal.value.params["reason"])


class TestReadMapping:
    def test_reads_a_file(self, tmp_path):
        (tmp_path / "m.toml").write_text(FULL, encoding="utf-8")
        assert read_mapping(tmp_path / "m.toml") == mapping_of(FULL)

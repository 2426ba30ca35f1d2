from collections.abc import Iterator

import pytest

from app.exchange.tables.kinds import Kind
from app.exchange.tables.sheet_weight import DoctypeFound, Weight, XmlDamaged, repeated_text, weigh

SPACES = 'xmlns:table="t" xmlns:office="o" xmlns:text="x"'


def parts(*texts: str | bytes) -> Iterator[Iterator[bytes]]:
    for text in texts:
        yield iter([text.encode() if isinstance(text, str) else text])


def sheet(rows: str) -> str:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


def ods(rows: str) -> str:
    return f"<office:x {SPACES}><table:table>{rows}</table:table></office:x>"


class TestXlsx:
    @pytest.mark.parametrize(
        ("rows", "cells"),
        [
            ("", 0),
            ('<row r="2"><c r="B2"><v>1</v></c></row>', 4),
            ('<row r="1"><c r="AA10"><f>A1</f></c></row>', 270),
            ("<row><c><v/></c><c><v/></c><c><v/></c></row><row><c><v/></c></row>", 6),
            ('<row r="5"><c r="c5"><v/></c><c><v/></c></row>', 20),
            ("<row r='3'><c r='&#66;3'><is/></c></row>", 6),
            ('<row r="1"><c r="A1"><v/></c></row><row r="99"><c r="XFD99" s="1"/></row>', 1),
        ],
    )
    def test_counts_the_grid_from_the_first_corner(self, rows, cells):
        assert weigh(parts(sheet(rows)), Kind.XLSX).cells == cells

    def test_takes_the_largest_sheet(self):
        small, large = (sheet(f'<row><c r="{place}"><v/></c></row>') for place in ("B1", "C3"))
        assert weigh(parts(large, small), Kind.XLSX).cells == 9

    def test_sees_through_prefixes(self):
        text = '<x:worksheet xmlns:x="m"><x:row r="9"><x:c r="B9" t="s"><x:v/></x:c></x:row></x:worksheet>'
        assert weigh(parts(text), Kind.XLSX) == Weight(cells=18, repeats=1)

    @pytest.mark.parametrize("place", ["A99999999", "AAAA1", "1A", "r", "é1", "5", ""])
    def test_takes_a_place_that_is_none_for_endless(self, place):
        assert weigh(parts(sheet(f'<row r="1"><c r="{place}"><v/></c></row>')), Kind.XLSX).cells > 2**40

    def test_believes_no_row_a_cell_does_not_name(self):
        cells = (f'<c r="{place}"><v/></c>' for place in ("A5", "A15", "B1048575"))
        rows = f'<row r="5">{"".join(cells)}</row>'
        assert weigh(parts(sheet(rows)), Kind.XLSX).cells == 2 * 1_048_575

    def test_measures_shared_texts_over_their_runs(self):
        strings = "<sst><si><t>abc</t></si><si><r><t>de</t></r><r><t>f</t></r></si><si/></sst>"
        weight = weigh(parts(strings), Kind.XLSX)
        assert (weight.lengths, weight.longest) == ((3, 3, 0), 3)

    def test_passes_over_what_is_no_xml(self):
        assert weigh(parts(b"\x89PNG", b""), Kind.XLSX) == Weight()

    def test_refuses_broken_xml_and_document_types(self):
        with pytest.raises(XmlDamaged):
            weigh(parts("<a><b></a>"), Kind.XLSX)
        with pytest.raises(XmlDamaged):
            weigh(parts('<?xml version="1.0" encoding="UTF-9"?><a/>'), Kind.XLSX)
        with pytest.raises(DoctypeFound):
            weigh(parts("<!DOCTYPE a><a/>"), Kind.XLSX)


class TestRepeatedText:
    def test_adds_up_every_reference(self):
        rows = '<row><c t="s"><v>0</v></c><c t="s"><v> 1 </v></c><c><v>1</v></c><c t="s"><v>7</v></c></row>'
        assert repeated_text(parts(sheet(rows)), Weight(lengths=(10, 100))) == 110


class TestOds:
    @pytest.mark.parametrize(
        ("rows", "cells"),
        [
            ("", 0),
            (
                '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>',
                0,
            ),
            ('<table:table-row><table:table-cell office:value-type="float"/></table:table-row>', 1),
            (
                '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
                '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
                "<table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>",
                12,
            ),
            (
                '<table:table-row table:number-rows-repeated="x">'
                '<table:table-cell office:formula="1"/></table:table-row>',
                2**31,
            ),
        ],
    )
    def test_counts_what_repeats_up_to_the_last_filled_cell(self, rows, cells):
        assert weigh(parts(ods(rows)), Kind.ODS).cells == cells

    def test_counts_repeated_text(self):
        cell = '<table:table-cell table:number-columns-repeated="10"><text:p>abcd</text:p></table:table-cell>'
        row = f'<table:table-row table:number-rows-repeated="5">{cell}</table:table-row>'
        assert weigh(parts(ods(row)), Kind.ODS).text == 200

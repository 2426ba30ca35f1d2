import pytest

from app.exchange.tables.csv_reading import BrokenQuotes, read_csv, read_pasted
from app.exchange.tables.encoding import BrokenText
from app.exchange.tables.files import FileEmpty


def rows(table):
    return [(line, row) for piece in table.read() for line, row in zip(*piece, strict=True)]


class TestReadCsv:
    def test_gives_every_row_its_line(self):
        table = read_csv(b"sku,name\nA,one\n\nB,two\n", file="f.csv")
        assert table.header == ("sku", "name")
        assert rows(table) == [(2, ["A", "one"]), (4, ["B", "two"])]

    def test_counts_the_lines_inside_a_field(self):
        assert rows(read_csv(b'sku,name\nA,"one\ntwo"\nB,x\n', file="f")) == [
            (2, ["A", "one\ntwo"]),
            (4, ["B", "x"]),
        ]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_takes_any_line_end(self, end):
        content = end.join(["sku,name", "A,one", "B,two"]).encode()
        assert rows(read_csv(content, file="f")) == [(2, ["A", "one"]), (3, ["B", "two"])]

    def test_reads_doubled_quotes_and_quoted_blanks(self):
        assert rows(read_csv(b'sku,name\n"A","5"" pipe"\n"",""\nB,""\n', file="f")) == [
            (2, ["A", '5" pipe']),
            (4, ["B", ""]),
        ]

    def test_strips_nothing(self):
        assert rows(read_csv(b"sku,name\n A , one \n", file="f")) == [(2, [" A ", " one "])]

    def test_fills_short_rows_and_keeps_long_ones(self):
        assert rows(read_csv(b"a,b,c\n1\n1,2,3,4\n", file="f")) == [
            (2, ["1", "", ""]),
            (3, ["1", "2", "3", "4"]),
        ]

    def test_reads_windows_text_with_semicolons_and_says_so(self):
        table = read_csv("sku;Größe\nA;1,5\n".encode("cp1252"), file="f.csv")
        assert (table.header, table.encoding, table.delimiter) == (("sku", "Größe"), "cp1252", ";")
        assert [finding.code for finding in table.findings] == ["exchange.encoding_guessed"]

    def test_says_when_the_delimiter_is_a_guess(self):
        assert [f.code for f in read_csv(b"a,b;c\n1,2;3\n", file="f").findings] == [
            "exchange.delimiter_guessed"
        ]

    def test_believes_what_a_person_chose(self):
        table = read_csv("a,b;c\n1,2;ü\n".encode("cp1252"), file="f", encoding="cp1252", delimiter=";")
        assert table.findings == ()
        assert rows(table) == [(2, ["1,2", "ü"])]
        with pytest.raises(BrokenText):
            read_csv("ü".encode("cp1252"), file="f", encoding="utf-8")

    def test_reads_past_a_declared_delimiter(self):
        assert rows(read_csv(b"sep=;\r\nsku;name\r\nA;one\r\n", file="f")) == [(3, ["A", "one"])]

    def test_finds_the_header_where_it_stands(self):
        table = read_csv(b"Price list\n\nsku,name\nA,one\n", file="f", header_line=3)
        assert table.header == ("sku", "name")
        assert rows(table) == [(4, ["A", "one"])]

    def test_takes_its_own_guard_away(self):
        table = read_csv(b"sku,name\n'-A,'=1+1\nB,'tis\n", file="f")
        assert rows(table) == [(2, ["-A", "=1+1"]), (3, ["B", "'tis"])]

    @pytest.mark.parametrize("text", ['sku,name\nA,"open\nB,x\n', 'sku,name\nA,x\nB,"a"b\n'])
    def test_names_the_line_of_broken_quotes(self, text):
        with pytest.raises(BrokenQuotes) as refusal:
            rows(read_csv(text.encode(), file="f.csv"))
        assert refusal.value.params["file"] == "f.csv"
        assert refusal.value.params["line"] in {2, 3}

    def test_refuses_a_file_of_blank_rows(self):
        with pytest.raises(FileEmpty):
            read_csv(b",,\n,,\n", file="f")

    def test_reads_utf_16(self):
        assert rows(read_csv("sku\tname\nA\tŁódź\n".encode("utf-16"), file="f")) == [(2, ["A", "Łódź"])]

    def test_can_be_read_again(self):
        table = read_csv(b"sku\nA\n", file="f")
        assert rows(table) == rows(table)


class TestReadPasted:
    def test_reads_cells_parted_by_tabs(self):
        table = read_pasted("SKU\tQty\nA-1\t2\nB, 2\t1,5\n")
        assert table.header == ("SKU", "Qty")
        assert rows(table) == [(2, ["A-1", "2"]), (3, ["B, 2", "1,5"])]

    def test_reads_a_cell_with_a_line_break(self):
        assert rows(read_pasted('a\tb\n"one\ntwo"\t2\n')) == [(2, ["one\ntwo", "2"])]

    def test_takes_quotes_as_they_stand_when_they_do_not_fit(self):
        assert rows(read_pasted('a\tb\n"5" pipe\t2\n"open\t3\n')) == [
            (2, ['"5" pipe', "2"]),
            (3, ['"open', "3"]),
        ]

    def test_reads_a_single_column(self):
        assert rows(read_pasted("sku\nA-1\nB-2")) == [(2, ["A-1"]), (3, ["B-2"])]

    def test_reads_csv_too(self):
        assert rows(read_pasted("sku;qty\nA;1")) == [(2, ["A", "1"])]

    def test_hands_a_lone_surrogate_on_for_the_checks_to_refuse(self):
        assert rows(read_pasted("a\tb\n\ud800\t1")) == [(2, ["\ud800", "1"])]

    def test_refuses_blanks(self):
        with pytest.raises(FileEmpty):
            read_pasted(" \n\t")

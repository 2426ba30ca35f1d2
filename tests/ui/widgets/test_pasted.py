import pytest

from ui.widgets.pasted import MOST_ROWS, is_table, table_of, text_of


class TestTableOf:
    def test_tabs_part_columns_and_lines_part_rows(self):
        assert table_of("A-1\t3\r\nB-2\t1,5\r\n") == (("A-1", "3"), ("B-2", "1,5"))

    def test_a_quoted_cell_keeps_its_line_breaks(self):
        assert table_of('"two\nlines"\t1') == (("two\nlines", "1"),)

    def test_empty_lines_are_left_out_and_blanks_kept(self):
        assert table_of("A \t\n\t\n\nB\t") == (("A ", ""), ("B", ""))

    @pytest.mark.parametrize("text", ["", "\n", "\t\t\n"])
    def test_nothing_gives_nothing(self, text):
        assert table_of(text) == ()

    def test_a_lone_quotation_mark_loses_no_row(self):
        rows = table_of('"' + "x" * 200_000 + "\tA\nB\t2")

        assert rows[-1] == ("B", "2")

    def test_is_bounded(self):
        assert len(table_of("A\n" * (MOST_ROWS + 5))) == MOST_ROWS


class TestIsTable:
    @pytest.mark.parametrize(
        ("text", "expected"), [("A\tB", True), ("A\nB", True), ("A\n", False), ("A B", False)]
    )
    def test_one_cell_is_no_table(self, text, expected):
        assert is_table(text) is expected


class TestTextOf:
    def test_goes_there_and_back(self):
        rows = (("A-1", "3", 'say "hi"'), ("two\nlines", "", "x"))

        assert table_of(text_of(rows)) == rows

    @pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@SUM(1)", "-x", "\N{FULLWIDTH EQUALS SIGN}1"])
    def test_no_spreadsheet_runs_a_cell_as_a_formula(self, cell):
        assert text_of([[cell]]).startswith(("'", "\"'"))

    @pytest.mark.parametrize("number", ["-5.00", "+3", "-1.234,50", "-7 %"])
    def test_numbers_stay_numbers(self, number):
        assert text_of([[number]]).strip() == number

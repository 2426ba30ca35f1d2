import pytest

from app.exchange.tables.delimiter import Delimiter, detect_delimiter


def detected(text: str) -> Delimiter:
    return detect_delimiter(text.splitlines(keepends=True))


class TestDetectDelimiter:
    @pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
    def test_finds_the_sign_the_rows_agree_on(self, sign):
        text = "\n".join(
            sign.join(row) for row in (("sku", "name", "price"), ("A", "B", "1"), ("C", "D", "2"))
        )
        assert detected(text) == Delimiter(sign)

    def test_is_not_fooled_by_decimal_commas(self):
        assert detected("sku;price\nA;1,50\nB;2,75\n") == Delimiter(";")

    def test_is_not_fooled_by_commas_in_names(self):
        assert detected("sku;name\nA;Bolt, long\nB;Nut, small\n") == Delimiter(";")

    def test_is_not_fooled_by_semicolons_in_quoted_text(self):
        assert detected('sku,name\nA,"one; two"\nB,"three; four"\nC,five\n') == Delimiter(",")

    def test_reads_rows_that_hold_line_breaks(self):
        assert detected('sku;name\nA;"one,\ntwo,\nthree"\nB;x\n') == Delimiter(";")

    def test_takes_a_single_column_as_it_is(self):
        assert detected("sku\nA-1\nB-2\n") == Delimiter(",")

    def test_believes_a_file_that_declares_its_sign(self):
        assert detected("sep=|\r\na,b|c\r\n") == Delimiter("|", declared=True)
        assert detected("sep=\t\na\tb\n") == Delimiter("\t", declared=True)

    def test_takes_the_sign_with_more_columns_when_both_agree(self):
        assert detected("a,b;c,d\n1,2;3,4\n") == Delimiter(",")

    def test_says_when_it_cannot_know(self):
        assert not detected("a,b;c\n1,2;3\n").certain

    def test_judges_by_the_start_of_a_long_file(self):
        assert detected("a;b\n" + "1;2\n" * 5000 + '"open') == Delimiter(";")

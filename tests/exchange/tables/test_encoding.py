import codecs

import pytest

from app.exchange.tables.encoding import (
    BrokenText,
    Encoding,
    UnknownEncoding,
    chosen_encoding,
    detect_encoding,
    first_bad_byte,
)

UMLAUTS = "sku;name\nA-1;Größe\n"


class TestDetectEncoding:
    @pytest.mark.parametrize(
        ("codec", "name"),
        [
            ("ascii", "utf-8"),
            ("utf-8", "utf-8"),
            ("utf-8-sig", "utf-8-sig"),
            ("utf-16", "utf-16"),
            ("utf-32", "utf-32"),
            ("utf-16-le", "utf-16-le"),
            ("utf-16-be", "utf-16-be"),
        ],
    )
    def test_is_certain_of_unicode(self, codec, name):
        text = "sku,name\nA-1,Anvil\n" if codec == "ascii" else UMLAUTS
        assert detect_encoding(text.encode(codec), file="f") == Encoding(name)

    def test_knows_utf_16_of_either_byte_order_by_its_mark(self):
        content = codecs.BOM_UTF16_BE + UMLAUTS.encode("utf-16-be")
        assert content.decode(detect_encoding(content, file="f").name) == UMLAUTS

    def test_takes_anything_else_as_windows_text_and_says_that_it_guessed(self):
        assert detect_encoding(UMLAUTS.encode("cp1252"), file="f") == Encoding("cp1252", guessed=True)

    def test_refuses_unicode_with_a_broken_byte_and_names_the_line(self):
        content = "sku\nGröße\nMünze\n".encode() + b"\xff\n"
        with pytest.raises(BrokenText) as refusal:
            detect_encoding(content, file="f.csv")
        assert refusal.value.params == {"file": "f.csv", "encoding": "utf-8", "line": 4}

    def test_refuses_a_mark_that_lies(self):
        with pytest.raises(BrokenText):
            detect_encoding(codecs.BOM_UTF8 + b"a\xff", file="f")

    def test_refuses_bytes_that_are_no_windows_text_either(self):
        with pytest.raises(UnknownEncoding):
            detect_encoding(b"a,b\n\xff\x81\xfe", file="f")


class TestChosenEncoding:
    def test_is_proved_before_it_is_used(self):
        assert chosen_encoding(UMLAUTS.encode("cp1252"), "cp1252", file="f").name == "cp1252"
        with pytest.raises(BrokenText):
            chosen_encoding(UMLAUTS.encode("cp1252"), "utf-8", file="f")

    def test_must_exist(self):
        with pytest.raises(UnknownEncoding):
            chosen_encoding(b"a", "klingon", file="f")


class TestFirstBadByte:
    @pytest.mark.parametrize("before", [0, 1, 2**20 - 1, 2**20, 2**20 + 1])
    def test_finds_it_across_the_pieces_it_reads(self, before):
        content = b"a" * before + "ü".encode() + b"\xff"
        assert first_bad_byte(content, "utf-8") == before + 2

    @pytest.mark.parametrize("before", [2**20 - 1, 2**20 - 2])
    def test_does_not_trip_over_a_letter_cut_in_two(self, before):
        assert first_bad_byte(b"a" * before + "€".encode() + b"a", "utf-8") is None

    def test_finds_a_letter_that_the_end_cut_off(self):
        assert first_bad_byte("ü".encode()[:1], "utf-8") == 0

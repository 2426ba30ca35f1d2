import pytest

from app.kernel.text import (
    ControlCharacter,
    DirectionOverride,
    TextMissing,
    TextTooLong,
    clean_name,
    clean_text,
)

BIDI = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]


class TestCleanName:
    def test_takes_blanks_around_a_name_off_and_no_others(self):
        assert clean_name("  Müller & Sons  Ltd ", field="name") == "Müller & Sons  Ltd"

    def test_composes_what_was_typed_in_two_strokes(self):
        assert clean_name("Mu\u0308ller", field="name") == "M\u00fcller"

    def test_keeps_markup_as_the_plain_text_it_is(self):
        assert clean_name("<img src=file:///etc/passwd>", field="name") == "<img src=file:///etc/passwd>"

    @pytest.mark.parametrize("name", ["שלום", "مرحبا", "株式会社", "O\u2019Neill", "a\u200db", "\U0001f600"])
    def test_takes_every_script(self, name):
        assert clean_name(name, field="name") == name

    @pytest.mark.parametrize("mark", BIDI)
    def test_refuses_marks_that_turn_the_reading_around(self, mark):
        with pytest.raises(DirectionOverride) as refusal:
            clean_name(f"abc{mark}def", field="customer.name")

        expected = {"field": "customer.name", "position": 4, "character": f"U+{ord(mark):04X}"}
        assert refusal.value.params == expected

    @pytest.mark.parametrize(
        "sign", ["\x00", "\x07", "\n", "\t", "\x7f", "\x85", "\u2028", "\ufffe", "\ud800"]
    )
    def test_refuses_what_cannot_be_printed(self, sign):
        with pytest.raises(ControlCharacter):
            clean_name(f"abc{sign}def", field="name")

    @pytest.mark.parametrize("length", [200, 201])
    def test_takes_200_characters_and_no_more(self, length):
        if length == 200:
            assert clean_name("x" * length, field="name") == "x" * length
        else:
            with pytest.raises(TextTooLong) as refusal:
                clean_name("x" * length, field="name")
            assert refusal.value.params == {"field": "name", "length": 201, "longest": 200}

    def test_counts_the_composed_spelling_too(self):
        with pytest.raises(TextTooLong):
            clean_name("\u0958" * 200, field="name")  # one of the few that grow in NFC

    def test_may_be_empty_unless_it_is_required(self):
        assert clean_name("  ", field="name") == ""
        with pytest.raises(TextMissing):
            clean_name("  ", field="name", required=True)


class TestCleanText:
    def test_keeps_lines_tabs_and_blanks(self):
        assert clean_text("  a\tb\n\n c ", field="notes") == "  a\tb\n\n c "

    def test_writes_every_line_end_the_same_way(self):
        assert clean_text("a\r\nb\rc\n", field="notes") == "a\nb\nc\n"

    @pytest.mark.parametrize("mark", BIDI)
    def test_refuses_marks_that_turn_the_reading_around(self, mark):
        with pytest.raises(DirectionOverride):
            clean_text(f"a\n{mark}b", field="notes")

    @pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x0c", "\x1b", "\x9f", "\u2029"])
    def test_refuses_other_control_characters(self, sign):
        with pytest.raises(ControlCharacter):
            clean_text(f"a{sign}b", field="notes")

    @pytest.mark.parametrize("length", [10_000, 10_001])
    def test_takes_10_000_characters_and_no_more(self, length):
        if length == 10_000:
            assert len(clean_text("x" * length, field="notes")) == length
        else:
            with pytest.raises(TextTooLong):
                clean_text("x" * length, field="notes")

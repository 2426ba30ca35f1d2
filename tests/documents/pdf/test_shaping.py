"""Right-to-left text stands in the order it is read, its letters joined, its text found again."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from app.documents.pages import page_texts
from app.documents.pdf import render
from app.documents.pdf.look import BODY, Face
from app.documents.pdf.scripts import ARABIC, EAST_ASIAN, HEBREW, Script, font_files
from app.documents.pdf.shaping import Stretch, visual_stretches
from app.documents.pdf.typesetter import Typesetter
from tests.support.documents import a_paper, an_item


def needs(script: Script):
    missing = not font_files(script)
    return pytest.mark.skipif(missing, reason=f"no font for {script.name}: install {script.install}")


class TestVisualStretches:
    def test_plain_text_is_one_stretch(self):
        assert visual_stretches("Anvil 42", right_to_left=False) == [Stretch("Anvil 42", False)]

    def test_a_number_inside_hebrew_keeps_its_direction(self):
        assert visual_stretches("אבג 42", right_to_left=True) == [
            Stretch("42", False),
            Stretch("אבג ", True),
        ]

    def test_hebrew_inside_latin_stands_between(self):
        assert visual_stretches("A אב C", right_to_left=False) == [
            Stretch("A ", False),
            Stretch("אב", True),
            Stretch(" C", False),
        ]

    def test_marks_of_direction_are_obeyed_and_not_shown(self):
        shown = visual_stretches("\u200f-5\u200e", right_to_left=True)
        assert "".join(stretch.text for stretch in shown).strip("-") == "5"

    def test_nothing_has_no_stretch(self):
        assert visual_stretches("", right_to_left=True) == []
        assert visual_stretches("\u200b", right_to_left=True) == []


class TestShaped:
    @needs(ARABIC)
    def test_joined_letters_are_narrower_than_the_letters_alone(self):
        setter = Typesetter(FPDF(unit="pt"), right_to_left=True)
        word = "محمد"
        alone = sum(setter.width(letter, BODY) for letter in word)
        assert setter.width(word, BODY) < alone

    def test_a_loose_accent_takes_no_room(self):
        setter = Typesetter(FPDF(unit="pt"))
        assert setter.width("e\u0301\u0323", BODY) == pytest.approx(setter.width("e", BODY), abs=0.1)

    def test_latin_next_to_an_accent_keeps_its_spaces(self):
        setter = Typesetter(FPDF(unit="pt"))
        coded = setter.code("a b\u0323 c", Face.REGULAR)
        assert coded.width == pytest.approx(setter.code("a b c", Face.REGULAR).width, abs=60)


class TestPaper:
    @needs(HEBREW)
    def test_in_hebrew_runs_from_right_to_left_and_can_be_searched(self):
        text = page_texts(render(a_paper(an_item("אופניים"), language="he")))[0]
        assert "אופניים" in text

    @needs(ARABIC)
    def test_in_arabic_has_its_words_and_figures(self):
        text = page_texts(render(a_paper(an_item("دراجة"), language="ar")))[0]
        assert "فاتورة" in text or "ﻓﺎﺗﻮرة" in text
        assert "1,000.00" in text

    @needs(EAST_ASIAN)
    def test_in_chinese_breaks_lines_anywhere(self):
        paper = a_paper(an_item("山地自行车", detail="铝合金车架经过手工焊接" * 20), language="zh")
        assert "山地自行车" in page_texts(render(paper))[0]

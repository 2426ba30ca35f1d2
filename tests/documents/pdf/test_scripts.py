"""Which script a character belongs to decides which fonts are asked for it."""

from __future__ import annotations

import pytest

from app.documents.pdf.scripts import ARABIC, EAST_ASIAN, HEBREW, INDIC, OTHER, THAI, font_files, script_of


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("ש", HEBREW),
        ("د", ARABIC),
        ("ﷺ", ARABIC),
        ("क", INDIC),
        ("ไ", THAI),
        ("漢", EAST_ASIAN),
        ("ひ", EAST_ASIAN),
        ("한", EAST_ASIAN),
        ("\uff0c", EAST_ASIAN),
        ("𠀋", EAST_ASIAN),
        ("★", OTHER),
        ("A", OTHER),
    ],
)
def test_a_character_has_its_script(character, script):
    assert script_of(character) is script


def test_only_fonts_that_exist_are_named():
    assert all(path.exists() for script in (ARABIC, HEBREW, OTHER) for path in font_files(script))

"""The cuts of the typeface are made once, kept whole, and made again nowhere."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from app.documents.faults import FontUnavailable
from app.documents.pdf import fonts
from app.documents.pdf.look import Face


@pytest.fixture
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "cache_folder", lambda: tmp_path / "fonts")
    fonts.face_file.cache_clear()
    yield tmp_path / "fonts"
    fonts.face_file.cache_clear()


class TestFaces:
    def test_are_made_when_missing_and_found_afterwards(self, empty_cache):
        path = fonts.face_file(Face.STRONG)
        assert path.parent == empty_cache
        made = path.stat().st_mtime_ns
        fonts.face_file.cache_clear()
        assert fonts.face_file(Face.STRONG).stat().st_mtime_ns == made

    def test_are_static_with_figures_of_one_width(self, empty_cache):
        for face in Face:
            font = TTFont(fonts.face_file(face))
            widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
            assert "fvar" not in font
            assert len(widths) == 1

    def test_cover_latin_greek_and_cyrillic(self, empty_cache):
        covered = TTFont(fonts.face_file(Face.REGULAR)).getBestCmap()
        for text in ("ÀßŁőşţžĐẞ", "Ελληνικά", "Русский Їжак", "€£¥₹₽–—„“”’…×·№•", "\u00a0\u202f\u2009"):
            assert all(ord(sign) in covered for sign in text), text

    def test_leave_no_half_written_file(self, empty_cache):
        fonts.warm()
        assert sorted(path.name for path in empty_cache.iterdir()) == [
            "NotoSans-italic.ttf",
            "NotoSans-regular.ttf",
            "NotoSans-strong.ttf",
        ]

    def test_are_kept_elsewhere_when_the_cache_is_closed(self, tmp_path, monkeypatch):
        (tmp_path / "file").write_text("in the way")
        monkeypatch.setattr(fonts, "cache_folder", lambda: tmp_path / "file" / "fonts")
        fonts.face_file.cache_clear()
        assert fonts.face_file(Face.REGULAR).exists()
        fonts.face_file.cache_clear()

    def test_a_missing_package_is_named(self, empty_cache, monkeypatch):
        monkeypatch.setattr(fonts, "_MODULE", "no_such_font_package")
        with pytest.raises(FontUnavailable) as refused:
            fonts.face_file(Face.REGULAR)
        assert fonts.PACKAGE in str(refused.value.params["reason"])

    def test_shipped_ones_are_preferred(self, tmp_path, monkeypatch):
        (tmp_path / "fonts").mkdir()
        (tmp_path / "fonts" / "NotoSans-regular.ttf").write_bytes(b"shipped")
        monkeypatch.setattr(fonts, "resources", lambda: tmp_path)
        fonts.face_file.cache_clear()
        assert fonts.face_file(Face.REGULAR).read_bytes() == b"shipped"
        fonts.face_file.cache_clear()


def test_warming_tells_its_progress(empty_cache):
    told = []
    assert fonts.warm(lambda done, of: told.append((done, of))) == empty_cache
    assert told == [(1, 3), (2, 3), (3, 3)]

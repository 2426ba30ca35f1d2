"""Any usual picture is a logo; anything else is refused before it reaches a page."""

from __future__ import annotations

import io

import pytest
from fpdf import FPDF
from PIL import Image

from app.documents.faults import LogoUnreadable
from app.documents.pdf.logo import MOST_PIXELS, _fitted, place_picture
from tests.support.documents import a_logo


def a_page() -> FPDF:
    pdf = FPDF(unit="pt", format=(500, 500))
    pdf.add_page()
    return pdf


class TestPlacePicture:
    @pytest.mark.parametrize("file", [b"", b"no picture", b"%PDF-1.7", b"<svg/>", a_logo()[:60]])
    def test_refuses_what_is_no_picture(self, file):
        with pytest.raises(LogoUnreadable):
            place_picture(a_page(), (0, 0, 100, 50), file)

    def test_keeps_its_shape_inside_the_box(self):
        pdf = a_page()
        place_picture(pdf, (10, 10, 100, 50), a_logo(400, 100))
        assert "100.00 0 0 25.00 10.00" in pdf.pages[1].contents.decode("latin1")

    def test_stands_at_the_other_side_of_a_mirrored_page(self):
        pdf = a_page()
        place_picture(pdf, (10, 10, 100, 50), a_logo(400, 100), mirrored=True)
        assert "100.00 0 0 25.00 390.00" in pdf.pages[1].contents.decode("latin1")


class TestFitting:
    def test_leaves_a_small_picture_as_it_is(self):
        assert _fitted(a_logo())[0] == a_logo()

    def test_makes_a_large_one_small(self):
        small, width, height = _fitted(a_logo(4000, 900))
        assert (width, height) == (MOST_PIXELS, 225)
        assert len(small) < 100_000

    def test_takes_other_formats(self):
        file = io.BytesIO()
        Image.new("RGB", (40, 20), "red").save(file, "GIF")
        assert _fitted(file.getvalue())[1:] == (40, 20)

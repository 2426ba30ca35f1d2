"""The pages of a PDF as pictures and as text."""

from __future__ import annotations

import pytest

from app.documents.faults import PageUnreadable
from app.documents.model import Paper
from app.documents.pages import page_image, page_images, page_sizes, page_texts
from app.documents.pdf import render
from tests.support.documents import a_paper, many_items

LONG = render(a_paper(*many_items(60)))


class TestPages:
    def test_have_the_size_of_their_paper(self):
        assert [tuple(map(round, size)) for size in page_sizes(LONG)] == [(595, 842)] * 3
        letter = render(a_paper(paper=Paper.LETTER))
        assert [tuple(map(round, size)) for size in page_sizes(letter)] == [(612, 792)]

    def test_are_white_with_ink_on_them(self):
        image = page_image(LONG, 0)
        assert image.rgb[:3] == b"\xff\xff\xff"
        assert len(set(image.rgb)) > 50

    def test_are_as_sharp_as_asked(self):
        once, twice = page_image(LONG, 0), page_image(LONG, 0, scale=2)
        assert abs(twice.width - once.width * 2) <= 1
        assert abs(twice.height - once.height * 2) <= 1
        assert len(twice.rgb) == twice.stride * twice.height
        assert twice.stride >= twice.width * 3

    def test_come_all_at_once_too(self):
        images = page_images(LONG, scale=0.25)
        assert len(images) == 3
        assert images[1] == page_image(LONG, 1, scale=0.25)

    def test_say_their_text(self):
        assert "Mountain bike frame" in page_texts(LONG)[0]

    @pytest.mark.parametrize("file", [b"", b"no pdf", LONG[: len(LONG) // 2][:200]])
    def test_of_something_else_are_refused(self, file):
        with pytest.raises(PageUnreadable):
            page_sizes(file)

    @pytest.mark.parametrize("index", [-1, 3])
    def test_beyond_the_last_are_refused(self, index):
        with pytest.raises(PageUnreadable):
            page_image(LONG, index)

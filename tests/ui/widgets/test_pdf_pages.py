import threading

import pytest

from tests.support.paper import a_pdf
from ui.widgets.pdf_pages import LARGEST_SIDE, draw_pages, pixels


class TestDrawPages:
    def test_gives_all_sizes_and_the_wanted_pictures(self):
        drawn = draw_pages(a_pdf("one", "two", "three"), 72, (0, 2, 9))

        assert len(drawn.sizes) == 3
        assert [picture.number for picture in drawn.pictures] == [0, 2]
        assert (drawn.pictures[0].width, drawn.pictures[0].height) == (596, 842)

    def test_paper_is_white(self):
        picture = draw_pages(a_pdf("one"), 36).pictures[0]

        assert picture.pixels[:3] == b"\xff\xff\xff"
        assert len(picture.pixels) == picture.stride * picture.height

    def test_different_pages_look_different(self):
        drawn = draw_pages(a_pdf("one", "two"), 36, (0, 1))

        assert drawn.pictures[0].pixels != drawn.pictures[1].pixels

    def test_what_is_no_pdf_is_a_bug(self):
        with pytest.raises(ValueError, match="no PDF"):
            draw_pages(b"nothing", 72)

    def test_several_threads_may_draw(self):
        done: list[int] = []

        def draw() -> None:
            for _ in range(5):
                done.append(len(draw_pages(a_pdf("one"), 36).pictures))

        threads = [threading.Thread(target=draw) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert done == [1] * 20


def test_no_page_is_drawn_absurdly_large():
    assert pixels(10_000_000, 600) == LARGEST_SIDE
    assert pixels(0, 96) == 1

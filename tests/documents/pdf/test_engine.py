"""The quick way to embed fonts prints the same pixels and the same text as the writer's own."""

from __future__ import annotations

import gc
import zlib
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.fonts import SubsetMap, TTFFont
from fpdf.output import PDFFontStream
from fpdf.syntax import PDFContentStream

from app.documents.model import DocumentKind
from app.documents.pages import page_images, page_texts
from app.documents.pdf import engine
from app.documents.pdf.composition import compose
from app.documents.pdf.fonts import face_file
from app.documents.pdf.look import Face
from tests.support.documents import GIRO, a_paper, an_item, many_items

PAPERS = {
    "invoice": a_paper(*many_items(30), bank=GIRO),
    "quote": a_paper(an_item("Ωμέγα, Щит, Łódź – 5 €", sku="Ω-1"), kind=DocumentKind.QUOTE, language="de"),
    "accents": a_paper(an_item("n\u0323e\u0301 and ﬁ")),
}


def test_this_writer_still_has_the_names_the_quick_way_needs():
    assert engine.is_fast()


@pytest.mark.parametrize("name", PAPERS)
def test_both_ways_print_the_same_pixels_and_the_same_text(name):
    quick, plain = compose(PAPERS[name], fast=True), compose(PAPERS[name], fast=False)
    assert page_texts(quick) == page_texts(plain)
    assert page_images(quick, scale=1.5) == page_images(plain, scale=1.5)


def test_the_quick_way_is_smaller_than_the_whole_font():
    assert len(compose(PAPERS["invoice"])) < 40_000


def test_a_face_is_parsed_once_for_all_documents(monkeypatch):
    compose(PAPERS["invoice"])
    parsed: list[Path] = []
    monkeypatch.setattr(TTFFont, "__init__", lambda _self, _pdf, path, *_: parsed.append(path))
    compose(PAPERS["invoice"])
    assert parsed == []


def test_two_documents_share_no_glyphs():
    path = face_file(Face.REGULAR)
    one, other = (engine.attach(FPDF(), path, 0, fast=True) for _ in range(2))
    one.subset.pick(ord("Ж"))
    assert len(one.subset) == len(other.subset) + 1
    assert one.cmap is other.cmap


def test_nothing_of_a_finished_document_stays_in_memory():
    def alive() -> int:
        gc.collect()
        return sum(isinstance(thing, SubsetMap) for thing in gc.get_objects())

    compose(PAPERS["invoice"])
    before = alive()
    for _ in range(3):
        compose(PAPERS["quote"])
    assert alive() <= before + 1, "a face parsed for the first time may stay"


def test_widths_are_written_as_runs_of_codes():
    assert engine._widths({1: 500, 2: 600, 5: 250}) == "[1 [500 600] 5 [250]]"


def test_a_character_outside_the_first_plane_is_found_by_search():
    glyphs = ((7, 1, (0x1F600,)), (8, 2, (0x66, 0x69)), (9, 3, ()))
    assert "<0001> <D83DDE00>" in engine._to_unicode(glyphs)
    assert "<0002> <00660069>" in engine._to_unicode(glyphs)
    assert "<0003>" not in engine._to_unicode(glyphs)


def test_no_stream_ends_as_a_line_does():
    texts = (b"a" * number for number in range(300))
    text = next(text for text in texts if zlib.compress(text).endswith(b"\r"))
    for stream in (PDFFontStream(text), PDFContentStream(text, compress=True)):
        engine._end_clearly(stream)
        assert not stream.content_stream().endswith(b"\r")
        assert zlib.decompress(stream.content_stream()).startswith(text)
        assert stream.length == len(stream.content_stream())

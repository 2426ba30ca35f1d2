"""The only place that touches names fpdf2 keeps for itself, so that fonts cost next to nothing.

fpdf2 parses a font for every document and subsets it in Python, 20 to 60 ms a face. Here a face is parsed
once per process, each document gets a light copy, and HarfBuzz subsets it in about 0.3 ms. Should a later
2.8 have moved those names, documents are made by `FPDF.add_font`, slower and with the same pixels.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from copy import copy
from functools import lru_cache
from pathlib import Path
from threading import Lock

import uharfbuzz as hb
from fpdf import FPDF
from fpdf.enums import PDFResourceType
from fpdf.fonts import Glyph, SubsetMap, TTFFont
from fpdf.output import CIDSystemInfo, OutputProducer, PDFFont, PDFFontStream
from fpdf.syntax import Name, PDFArray, PDFContentStream, PDFObject

Glyphs = tuple[tuple[int, int, tuple[int, ...]], ...]
"""Glyph id in the font file, code in the document, the characters it stands for."""

_DROPPED = tuple(
    int.from_bytes(tag, "big")
    for tag in (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"cmap", b"name", b"post", b"OS/2", b"gasp", b"prep")
)
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n<</Registry (Adobe)\n"
    "/Ordering (UCS)\n/Supplement 0\n>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_CMAP_BLOCK = 100
"""Most entries of one ``bfchar`` block (PDF 32000-1, 9.10.3)."""


def is_fast() -> bool:
    """Tell whether this fpdf2 still has the names the fast path needs."""
    return frozenset(TTFFont.__slots__) >= _NEEDED and hasattr(OutputProducer, "_add_fonts")


_NEEDED = frozenset({"i", "desc", "subset", "missing_glyphs", "ttffile", "collection_font_number"})


def attach(pdf: FPDF, path: Path, number: int, *, fast: bool) -> TTFFont:
    """Make a font usable in a document and return it.

    Args:
        pdf: The document.
        path: A TrueType file or collection.
        number: Which font of a collection.
        fast: Copy the face parsed earlier instead of parsing it again.
    """
    key = f"{path}#{number}"
    if not fast:
        pdf.add_font(key, "", path, collection_font_number=number)
        added = pdf.fonts[key.lower()]
        assert isinstance(added, TTFFont)  # add_font makes nothing else
        return added
    with _PARSING:
        parsed = _parsed(path, number)
    font = _light_copy(parsed, len(pdf.fonts) + 1)
    pdf.fonts[key] = font
    return font


def use_on_page(pdf: FPDF, font: TTFFont) -> None:
    """Name the font among the resources of the current page."""
    pdf._resource_catalog.add(PDFResourceType.FONT, font.i, pdf.page)  # noqa: SLF001 - see the module


def write(pdf: FPDF, operators: str) -> None:
    """Append drawing operators to the current page."""
    pdf._out(operators)  # noqa: SLF001 - see the module


def finish(pdf: FPDF, *, fast: bool) -> bytes:
    """Return the file."""
    file = bytes(pdf.output(output_producer_class=_HarfBuzzProducer if fast else OutputProducer))
    # These caches are kept for all documents of the process and would hold every one of them in memory.
    SubsetMap.pick.cache_clear()
    SubsetMap.get_glyph.cache_clear()
    return file


_PARSING = Lock()
"""Two papers drawn at once would both parse a face, and the one that loses leave its file open."""


@lru_cache(maxsize=32)
def _parsed(path: Path, number: int) -> TTFFont:
    scratch = FPDF()
    scratch.add_font("face", "", path, collection_font_number=number)
    parsed = scratch.fonts["face"]
    assert isinstance(parsed, TTFFont)
    return parsed


@lru_cache(maxsize=32)
def _subsettable(path: Path, number: int) -> hb.Face:
    return hb.subset_preprocess(hb.Face(hb.Blob.from_file_path(str(path)), number))


def _light_copy(parsed: TTFFont, index: int) -> TTFFont:
    """Return a font of its own for one document; the tables that nobody writes to are shared."""
    font = TTFFont.__new__(TTFFont)
    for slot in TTFFont.__slots__:
        if hasattr(parsed, slot):
            setattr(font, slot, getattr(parsed, slot))
    font.i = index
    font.missing_glyphs = []
    font.desc = copy(parsed.desc)
    font.subset = SubsetMap(font)
    return font


class _HarfBuzzProducer(OutputProducer):
    """Embeds the fonts of `_light_copy`: what fpdf2 writes, subset by HarfBuzz."""

    def _add_fonts(self, *_args: object) -> dict[int, PDFFont]:  # type: ignore[override]  # fonts need none of them
        return {
            font.i: self._embed(font)
            for font in sorted(self.fpdf.fonts.values(), key=lambda font: font.i)
            if isinstance(font, TTFFont)
        }

    def _add_pdf_obj(self, pdf_obj: PDFObject, trace_label: str | None = None) -> int:
        if isinstance(pdf_obj, PDFContentStream):
            _end_clearly(pdf_obj)
        return super()._add_pdf_obj(pdf_obj, trace_label)

    def _embed(self, font: TTFFont) -> PDFFont:
        used = [(glyph, code) for glyph, code in font.subset.items() if glyph is not None]
        glyphs = tuple((glyph.glyph_id, code, _characters(glyph)) for glyph, code in used)
        widths = _widths({code: glyph.glyph_width for glyph, code in used})
        name = f"QWRGHT+{font.name}"
        whole = PDFFont(subtype="Type0", base_font=name, encoding="Identity-H")
        self._add_pdf_obj(whole, "fonts")
        inner = PDFFont(subtype="CIDFontType2", base_font=name, d_w=font.desc.missing_width, w=widths)
        self._add_pdf_obj(inner, "fonts")
        whole.descendant_fonts = PDFArray([inner])
        whole.to_unicode = self._stream(_to_unicode(glyphs).encode("ascii"))
        inner.c_i_d_system_info = CIDSystemInfo()
        self._add_pdf_obj(inner.c_i_d_system_info, "fonts")
        inner.font_descriptor = font.desc
        font.desc.font_name = Name(name)
        self._add_pdf_obj(font.desc, "fonts")
        data, places = _subset(font, glyphs)
        inner.c_i_d_to_g_i_d_map = self._stream(_code_to_glyph(glyphs, places))
        file = PDFFontStream(contents=data)
        self._add_pdf_obj(file, "fonts")
        font.desc.font_file2 = file  # type: ignore[attr-defined]  # fpdf2 sets it so too
        return whole

    def _stream(self, contents: bytes) -> PDFContentStream:
        stream = PDFContentStream(contents=contents, compress=True)
        self._add_pdf_obj(stream, "fonts")
        return stream


def _end_clearly(stream: PDFContentStream) -> None:
    """Let no compressed stream end in a carriage return.

    With the line feed before ``endstream`` it would read as one line end, and a strict reader of PDF/A would
    count one byte too few. A byte that nobody reads moves the checksum the stream ends with.
    """
    while stream.filter == "FlateDecode" and stream.content_stream().endswith(b"\r"):
        longer = zlib.decompress(stream.content_stream()) + b"\n"
        stream._contents = zlib.compress(longer)  # noqa: SLF001 - see the module
        stream.length = len(stream.content_stream())
        if isinstance(stream, PDFFontStream):
            stream.length1 = len(longer)


def _characters(glyph: Glyph) -> tuple[int, ...]:
    return glyph.unicode if isinstance(glyph.unicode, tuple) else (glyph.unicode,)


def _subset(font: TTFFont, glyphs: Glyphs) -> tuple[bytes, dict[int, int]]:
    """Return the font file of the used glyphs and where each of them is in it."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyph for glyph, _, _ in glyphs)
    wanted.drop_table_tag_set.update(_DROPPED)
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    plan = hb.SubsetPlan(_subsettable(Path(font.ttffile), font.collection_font_number), wanted)
    return bytes(plan.execute().blob.data), plan.old_to_new_glyph_mapping


def _code_to_glyph(glyphs: Glyphs, places: dict[int, int]) -> bytes:
    table = bytearray(2 * max(code for _, code, _ in glyphs) + 2)
    for glyph, code, _ in glyphs:
        table[2 * code : 2 * code + 2] = places[glyph].to_bytes(2, "big")
    return bytes(table)


def _to_unicode(glyphs: Glyphs) -> str:
    """Return the map from codes to text, which makes the file searchable."""
    entries = [
        f"<{code:04X}> <{''.join(map(chr, text)).encode('utf-16-be').hex().upper()}>\n"
        for _, code, text in glyphs
        if text
    ]
    blocks = [entries[at : at + _CMAP_BLOCK] for at in range(0, len(entries), _CMAP_BLOCK)]
    return (
        _CMAP_HEAD
        + "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
        + _CMAP_TAIL
    )


def _widths(widths: dict[int, int]) -> str:
    """Return the widths as PDF writes them: runs of consecutive codes, each with its list."""
    runs: list[tuple[int, list[int]]] = []
    for code, width in sorted(widths.items()):
        if runs and code == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(width)
        else:
            runs.append((code, [width]))
    return f"[{' '.join(f'{first} [{_spaced(run)}]' for first, run in runs)}]"


def _spaced(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))

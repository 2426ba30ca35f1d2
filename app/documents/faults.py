"""What can go wrong when a paper is made or shown."""

from __future__ import annotations

from app.kernel.errors import RuleViolation, Unavailable


class GlyphMissing(RuleViolation):
    """No installed font has these characters; a hole in an invoice is worse than no invoice."""

    code = "documents.glyph_missing"


class FontUnavailable(Unavailable):
    """The faces could not be prepared: no place to keep them, or the font package is damaged."""

    code = "documents.font_unavailable"


class LogoUnreadable(RuleViolation):
    """The seller's logo is no picture."""

    code = "documents.logo_unreadable"


class PageUnreadable(RuleViolation):
    """These bytes are no PDF, or a damaged one."""

    code = "documents.page_unreadable"

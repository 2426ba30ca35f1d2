"""Words in several languages: product names, descriptions, terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in the languages it exists in.

    Attributes:
        by_language: Pairs of language tag (``en``, ``de_CH``) and text, sorted by tag.
    """

    by_language: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Texts:
        """Return the texts of a mapping from language tag to text; empty texts are left out."""
        return cls(tuple(sorted((tag, text) for tag, text in texts.items() if text)))

    @classmethod
    def only(cls, text: str, language: str = "en") -> Texts:
        """Return a text that exists in one language."""
        return cls.of({language: text})

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the tags of the languages, sorted."""
        return tuple(tag for tag, _text in self.by_language)

    def in_language(self, language: str, *, fallback: str = "en") -> str:
        """Return the text for a reader: exact tag, bare language, fallback, the first there is; else ''."""
        texts = dict(self.by_language)
        for tag in (language, language.partition("_")[0], fallback):
            if tag in texts:
                return texts[tag]
        return self.by_language[0][1] if self.by_language else ""

    def with_text(self, language: str, text: str) -> Texts:
        """Return the texts with one language set; an empty text removes it."""
        return Texts.of({**dict(self.by_language), language: text})


NO_TEXTS = Texts()
"""Nothing said in any language."""

"""Sentences about products and price books: what, why, what to do."""

SENTENCES: dict[str, str] = {}

"""Sentences about the seller and its settings: what, why, what to do."""

SENTENCES: dict[str, str] = {}

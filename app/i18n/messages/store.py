"""Sentences about the database file: what, why, what to do."""

SENTENCES: dict[str, str] = {}

"""Sentences about the window: what, why, what to do."""

SENTENCES: dict[str, str] = {}

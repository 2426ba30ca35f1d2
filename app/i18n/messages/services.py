"""Sentences about acts on several documents: what, why, what to do."""

SENTENCES: dict[str, str] = {}

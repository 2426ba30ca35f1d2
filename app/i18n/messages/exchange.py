"""Sentences about files in and out: what, why, what to do."""

SENTENCES: dict[str, str] = {}

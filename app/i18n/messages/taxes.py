"""Sentences about tax categories and rates: what, why, what to do."""

SENTENCES: dict[str, str] = {}

"""Sentences about payments and allocations: what, why, what to do."""

SENTENCES: dict[str, str] = {}

"""Sentences about money, numbers, periods and texts: what, why, what to do."""

SENTENCES: dict[str, str] = {}

"""Sentences about guided selling: what, why, what to do."""

SENTENCES: dict[str, str] = {}

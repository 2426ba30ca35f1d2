"""Sentences about prices and discounts: what, why, what to do."""

SENTENCES: dict[str, str] = {}

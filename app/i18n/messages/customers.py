"""Sentences about customers and addresses: what, why, what to do."""

SENTENCES: dict[str, str] = {}

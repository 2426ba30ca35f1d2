"""Sentences about orders and deliveries: what, why, what to do."""

SENTENCES: dict[str, str] = {}

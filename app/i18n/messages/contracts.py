"""Sentences about contracts and subscriptions: what, why, what to do."""

SENTENCES: dict[str, str] = {}

"""Sentences about invoices, credit notes and billing schedules: what, why, what to do."""

SENTENCES: dict[str, str] = {}

"""Billing: schedules, invoices, credit notes and the checks before issue."""

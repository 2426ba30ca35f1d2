"""Payments: money received, allocated to invoices, kept as credit and reversed."""

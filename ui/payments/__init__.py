"""Payments: the list, booking one, and the page of one with what it settled."""

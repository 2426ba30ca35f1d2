"""Customers: the list, and the page with everything about one of them."""

"""Invoices and credit notes: the list, and the page of one with everything that settled it."""

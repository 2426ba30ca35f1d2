"""Customers: who buys, where they are, how they are taxed, and what a document keeps of them."""

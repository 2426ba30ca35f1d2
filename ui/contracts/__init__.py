"""Contracts: the list, the page of one with its billing schedule, and the way to its next invoice."""

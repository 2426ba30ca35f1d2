"""Rows of files and the records they stand for: found, compared, written, and given back."""

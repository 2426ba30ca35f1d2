"""Tables that come in: what their columns mean, what would change, and the import itself."""

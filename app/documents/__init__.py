"""Documents: what a paper says, as plain data, and its PDF."""

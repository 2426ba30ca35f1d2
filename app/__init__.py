"""Quotewright without a face: the rules of quote to cash, the store, the documents and the use cases."""

__version__ = "0.1.0"

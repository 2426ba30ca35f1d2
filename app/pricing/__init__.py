"""The one place where a price is made: request and rules in, every step explained out. Pure.

`app.pricing.document` holds `price` and `reprice`; `explain` and `printing` read their result.
"""

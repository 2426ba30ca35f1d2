"""The local database: the only package that knows SQLAlchemy.

`app.store.store` is the door. It imports no SQLAlchemy until a unit of work first speaks it, so that the
first list is on screen before that import is paid.
"""

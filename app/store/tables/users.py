"""The table of people who may work in this file; without any row its owner is alone and has every role."""

from __future__ import annotations

from sqlalchemy import Column, Text

from app.store.tables.base import table
from app.store.tables.masters import master_columns

person = table(
    "person",
    *master_columns(),
    Column("name", Text, nullable=False, unique=True),
    Column("roles", Text, nullable=False),
)

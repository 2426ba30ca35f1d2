"""Shared metadata, the column types of both engines, and the columns every document row has.

Tables are STRICT on SQLite: a column of integers refuses NaN, infinity and text, whoever writes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.store.instants import from_microseconds, to_microseconds

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Id(TypeDecorator[UUID]):
    """A UUID: 32 hexadecimal digits on SQLite, the server's own type on PostgreSQL."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # its own signature
        """Return the column's type on this engine."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> str | UUID | None:
        """Return what the driver is given."""
        return value.hex if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: str | UUID | None, dialect: Dialect) -> UUID | None:
        """Return the UUID that was stored."""
        return UUID(value) if isinstance(value, str) else value


class Instant(TypeDecorator[datetime]):
    """A moment in UTC as whole microseconds since 1970; exact, and sorts as a number."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # its own signature
        """Return the column's type on this engine."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return microseconds; a naive datetime is a bug and raises."""
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        return None if value is None else from_microseconds(value)


class Day(TypeDecorator[date]):
    """A plain date: ISO text on SQLite, DATE on PostgreSQL."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # its own signature
        """Return the column's type on this engine."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | date | None:
        """Return what the driver is given."""
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: str | date | None, dialect: Dialect) -> date | None:
        """Return the date that was stored."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class Flag(TypeDecorator[bool]):
    """Yes or no: 0 or 1 on SQLite, BOOLEAN on PostgreSQL."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # its own signature
        """Return the column's type on this engine."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Return what the driver is given."""
        return int(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Return the truth that was stored."""
        return None if value is None else bool(value)


Whole = BigInteger().with_variant(Integer(), "sqlite")
"""Signed 64-bit integers: money in minor units, prices and quantities x 10^6, counters."""

Small = SmallInteger().with_variant(Integer(), "sqlite")
"""Positions, exponents, months."""

Bytes = LargeBinary
"""Stored PDFs and logos."""


def table(name: str, *items: SchemaItem) -> Table:
    """Return a table of the shared metadata, STRICT on SQLite."""
    return Table(name, metadata, *items, sqlite_strict=True)


def document_columns(statuses: Sequence[str]) -> tuple[SchemaItem, ...]:
    """Return the columns every document row has, the id first.

    `rev` is random and new on every change: the token a writer must have read to be let through. `version`
    counts changes for people. `content_hash` covers what the document says, without `rev` and `version`.

    Args:
        statuses: Every status the lifecycle knows.
    """
    listed = ", ".join(f"'{status}'" for status in statuses)
    return (
        Column("id", Id, primary_key=True),
        Column("rev", Id, nullable=False),
        Column("version", Whole, nullable=False),
        Column("owner", Text, nullable=False),
        Column("status", Text, nullable=False),
        Column("content_hash", Text, nullable=False),
        Column("created_at", Instant, nullable=False),
        Column("created_by", Id, nullable=False),
        Column("updated_at", Instant, nullable=False),
        Column("updated_by", Id, nullable=False),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint(f"status IN ({listed})", name="status"),
    )


def line_columns(document: str) -> tuple[SchemaItem, ...]:
    """Return the columns every line row has: its document, its place and its own id.

    Lines go with their document; everything else that points at a record holds it (RESTRICT). The key is
    checked at commit, because lines are written before their document's row: the trigger that closes an
    issued document then sees lines of a document that is still open.
    """
    owner = ForeignKey(f"{document}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return (
        Column("document_id", Id, owner, primary_key=True),
        Column("position", Small, primary_key=True),
        Column("id", Id, nullable=False, unique=True),
        CheckConstraint("position >= 0", name="position"),
    )


def priced_columns() -> tuple[SchemaItem, ...]:
    """Return what a signed or billed line says: product, texts, quantity, price, amount, tax and days."""
    return (
        refers("product_id", "product"),
        Column("sku", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("detail", Text, nullable=False),
        Column("quantity", Whole, nullable=False),
        Column("unit", Text, nullable=False),
        Column("unit_price", Whole, nullable=False),
        Column("base_quantity", Whole, nullable=False),
        Column("amount", Whole, nullable=False),
        Column("document_discount", Whole, nullable=False),
        Column("tax", Text, nullable=False),
        Column("starts_on", Day, nullable=True),
        Column("ends_before", Day, nullable=True),
        CheckConstraint("quantity > 0 AND base_quantity > 0", name="quantity"),
    )


def refers(name: str, target: str, *, nullable: bool = False) -> Column[UUID]:
    """Return a column that points at another record and keeps it from being deleted."""
    return Column(name, Id, ForeignKey(f"{target}.id", ondelete="RESTRICT"), nullable=nullable, index=True)

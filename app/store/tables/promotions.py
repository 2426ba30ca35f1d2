"""The table of promotions; what they are for stands in `rule_target` too, to be found by product."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Text

from app.store.tables.base import Flag, Whole, table
from app.store.tables.masters import master_columns, validity_columns

promotion = table(
    "promotion",
    *master_columns(),
    Column("code", Text, nullable=False, unique=True),
    Column("names", Text, nullable=False),
    Column("reduction", Text, nullable=False),
    Column("selector", Text, nullable=False),
    Column("every_product", Flag, nullable=False),
    Column("every_customer", Flag, nullable=False),
    Column("minimum", Whole, nullable=False),
    Column("maximum", Whole, nullable=True),
    Column("stack_order", Whole, nullable=False),
    Column("coupon", Text, nullable=False),
    Column("use_limit", Whole, nullable=True),
    Column("used", Whole, nullable=False),
    Column("order_over", Text, nullable=False),
    Column("free_goods", Text, nullable=True),
    *validity_columns(),
    CheckConstraint("minimum >= 0 AND (maximum IS NULL OR maximum >= minimum)", name="limits"),
    CheckConstraint("used >= 0 AND (use_limit IS NULL OR use_limit >= 1)", name="uses"),
    Index("ix_promotion_everywhere", "every_product", "every_customer"),
)

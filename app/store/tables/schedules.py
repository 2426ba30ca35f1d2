"""Tables of discount schedules, and of what every kind of rule is for."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Text

from app.catalog.discount_schedule import Measure, Scope, TierKind
from app.store.tables.base import Flag, Id, Whole, table
from app.store.tables.masters import master_columns, validity_columns

RULE_KINDS = ("promotion", "schedule")
DIMENSIONS = ("sku", "category", "customer")

discount_schedule = table(
    "discount_schedule",
    *master_columns(),
    Column("code", Text, nullable=False, unique=True),
    Column("names", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("step", Whole, nullable=False),
    Column("unit", Text, nullable=False),
    Column("counts_owned", Flag, nullable=False),
    Column("tiers", Text, nullable=False),
    Column("selector", Text, nullable=False),
    Column("every_product", Flag, nullable=False),
    Column("every_customer", Flag, nullable=False),
    *validity_columns(),
    CheckConstraint(f"kind IN ({', '.join(repr(kind.value) for kind in TierKind)})", name="kind"),
    CheckConstraint(f"measure IN ({', '.join(repr(measure.value) for measure in Measure)})", name="measure"),
    CheckConstraint(f"scope IN ({', '.join(repr(scope.value) for scope in Scope)})", name="scope"),
    CheckConstraint("step >= 0", name="step"),
    Index("ix_discount_schedule_everywhere", "every_product", "every_customer"),
)

rule_target = table(
    "rule_target",
    Column("dimension", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("rule_kind", Text, primary_key=True),
    Column("rule_id", Id, primary_key=True),
    CheckConstraint(f"rule_kind IN ({', '.join(map(repr, RULE_KINDS))})", name="rule_kind"),
    CheckConstraint(f"dimension IN ({', '.join(map(repr, DIMENSIONS))})", name="dimension"),
    Index("ix_rule_target_rule", "rule_id"),
)
"""Which products, categories and customers a rule names: a quote finds its rules among any number of them."""

"""Kinds of parameters: days and decimals, refused with a sentence that shows the right form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import click

from app.kernel.errors import AppError
from app.kernel.numbers import parse_number


class Day(click.ParamType[date]):
    """A date in ISO form."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date; anything else is a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{str(value)[:40]} is no date; write it like 2026-03-31", param, ctx)


class Exact(click.ParamType[Decimal]):
    """A decimal with a point, as other programs write it."""

    name = "decimal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Return the decimal; anything else is a usage error with the sentence of the one number parser."""
        if isinstance(value, Decimal):
            return value
        limit = Decimal(10**12)
        try:
            return parse_number(str(value), decimal_sign=".", group_sign="", scale=6, low=-limit, high=limit)
        except AppError as error:
            from app.i18n.messages import sentence

            self.fail(sentence(error), param, ctx)


DAY = Day()
DECIMAL = Exact()

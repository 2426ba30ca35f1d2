"""Amounts as tests write them."""

from decimal import Decimal

from app.kernel.money import Currency, Money

EUR, JPY, KWD, CHF = (Currency.of(code) for code in ("EUR", "JPY", "KWD", "CHF"))


def eur(amount: str) -> Money:
    return Money(Decimal(amount), EUR)


def jpy(amount: str) -> Money:
    return Money(Decimal(amount), JPY)


def kwd(amount: str) -> Money:
    return Money(Decimal(amount), KWD)


def chf(amount: str) -> Money:
    return Money(Decimal(amount), CHF)


def amounts(parts) -> list[str]:
    return [str(part.amount) for part in parts]

"""Codes to pay by: the payload of the European Payments Council (EPC069-12, "GiroCode") and its modules."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from app.documents.settlement import Bank
from app.kernel.money import Money

LEAST, MOST = Decimal("0.01"), Decimal("999999999.99")
MOST_BYTES = 331
_HOLDER_LENGTH, _TEXT_LENGTH = 70, 140


def epc_payload(bank: Bank, amount: Money, *, fallback_holder: str = "") -> str:
    """Return the twelve lines of an EPC code, or an empty text where the code does not apply.

    It applies to euro amounts from 0.01 to 999,999,999.99 and an account with an IBAN of the SEPA zone.
    Version 002: the BIC may be left out. The reference travels as unstructured text.
    """
    iban = bank.iban.replace(" ", "").upper()
    if amount.currency.code != "EUR" or not LEAST <= amount.amount <= MOST or not _is_sepa(iban):
        return ""
    payload = "\n".join(
        (
            "BCD",
            "002",
            "1",
            "SCT",
            bank.bic.replace(" ", "").upper(),
            _one_line(bank.holder or fallback_holder)[:_HOLDER_LENGTH],
            iban,
            f"EUR{amount.amount:.2f}",
            "",
            "",
            _one_line(bank.reference)[:_TEXT_LENGTH],
        )
    ).rstrip("\n")
    return payload if len(payload.encode()) <= MOST_BYTES else ""


@lru_cache(maxsize=64)
def modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Return the dark and light modules of the code, without its quiet zone (error correction M)."""
    import segno

    code = segno.make_qr(payload, error="m", boost_error=False, encoding="utf-8", mode="byte")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_sepa(iban: str) -> bool:
    return f" {iban[:2]} " in _SEPA and 15 <= len(iban) <= 34 and _check_digits_hold(iban)


def _check_digits_hold(iban: str) -> bool:
    """Apply ISO 7064 mod 97-10: the rearranged number leaves 1."""
    moved = iban[4:] + iban[:4]
    if not (moved.isascii() and moved.isalnum()):
        return False
    return int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


_SEPA = (
    " AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO"
    " PL PT RO RS SE SI SK SM VA "
)

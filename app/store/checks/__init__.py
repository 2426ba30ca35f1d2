"""What `verify` proves, one module per noun, each with its `CHECKS`; a new noun adds its line below."""

from __future__ import annotations

from app.store.verify import Check


def every_check() -> tuple[Check, ...]:
    """Return every check, the cheap and fundamental first."""
    from app.store.checks import (
        catalog,
        contracts,
        file,
        files,
        invoices,
        journal,
        numbers,
        payments,
        quotes,
        schema,
        search,
    )

    fundamental = (*file.CHECKS, *schema.CHECKS, *journal.CHECKS, *numbers.CHECKS)
    deal = (*quotes.CHECKS, *contracts.CHECKS, *invoices.CHECKS, *payments.CHECKS, *files.CHECKS)
    return (*fundamental, *deal, *catalog.CHECKS, *search.CHECKS)


def quick_checks() -> tuple[Check, ...]:
    """Return the checks a backup of any version must pass: the file is whole and its chain unbroken."""
    from app.store.checks import file, journal

    return (*file.CHECKS, *journal.CHECKS)

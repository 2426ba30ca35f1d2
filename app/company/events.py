"""What can happen to the company, as the journal calls it."""

from __future__ import annotations

from enum import StrEnum


class CompanyEvent(StrEnum):
    """A fact in the life of the company."""

    SET_UP = "company.set_up"
    CHANGED = "company.changed"
    LOGO_CHANGED = "company.logo_changed"
    PERSON_SAVED = "company.person_saved"
    PERSON_LEFT = "company.person_left"
    RATE_ENTERED = "company.rate_entered"
    SAMPLE_LOADED = "company.sample_loaded"

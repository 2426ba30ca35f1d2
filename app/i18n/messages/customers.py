"""Sentences about customers and addresses: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "customers.exempt_reason_refused": (
        "“{reason}” is no code of a reason for exemption. Use capitals, digits and dashes, as in RESALE or"
        " VATEX-EU-132."
    ),
    "customers.price_book_code_refused": (
        "“{price_book}” cannot be the code of a price book. Use letters, digits, blanks and _ . / -."
    ),
}

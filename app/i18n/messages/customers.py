"""Sentences about customers and addresses: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "customers.exempt_reason_refused": (
        "“{reason}” is no code of a reason for exemption. Use capitals, digits and dashes, as in RESALE or"
        " VATEX-EU-132."
    ),
    "customers.not_found": (
        "This customer is not here any more. Look for them in the list, or add them again."
    ),
    "customers.price_book_code_refused": (
        "“{price_book}” cannot be the code of a price book. Use letters, digits, blanks and _ . / -."
    ),
    "customers.unknown_reference": (
        "No customer has the reference “{reference}”. Check the spelling, or add the customer."
    ),
}

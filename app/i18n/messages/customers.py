"""Sentences about customers and addresses: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "customers.exempt_reason_refused": (
        "“{reason}” is no code of a reason for exemption. Use capitals, digits and dashes, as in RESALE or"
        " VATEX-EU-132."
    ),
    "customers.has_documents": (
        "“{name}” cannot be deleted: quotes, contracts, invoices or payments belong to them. Make the"
        " customer inactive instead, so that nobody writes a new quote for them."
    ),
    "customers.not_found": (
        "This customer is not here any more. Look for them in the list, or add them again."
    ),
    "customers.price_book_code_refused": (
        "“{price_book}” cannot be the code of a price book. Use letters, digits, blanks and _ . / -."
    ),
    "customers.tax_id_check_digits": (
        "The VAT number {tax_id} has wrong check digits. Compare it with the customer's paper: with a wrong"
        " number the tax office may ask you for the tax."
    ),
    "customers.unknown_reference": (
        "No customer has the reference “{reference}”. Check the spelling, or add the customer."
    ),
}

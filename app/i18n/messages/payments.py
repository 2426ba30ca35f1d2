"""Sentences about payments and allocations: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "payments.not_found": "There is no payment {number}. Check the number, or search for the customer.",
    "payments.amount_not_positive": "An amount of {amount} cannot be booked. Enter an amount above 0.",
    "payments.more_than_open": (
        "Only {open} is open on invoice {number}, so {wanted} cannot be settled there. Keep the rest as"
        " credit."
    ),
    "payments.more_than_free": (
        "Only {free} of payment {number} is free, so {wanted} cannot be allocated. Lower the amounts."
    ),
    "payments.wrong_currency": (
        "Invoice {number} is in {invoice}, the payment is in {payment}. Book the payment in the"
        " invoice's currency."
    ),
    "payments.already_reversed": "Payment {number} was reversed before. Book a new payment instead.",
    "payments.in_the_future": (
        "The payment is dated {on}, after today ({today}). Book it when the money is there."
    ),
    "payments.long_ago": (
        "The payment is dated {on}, more than ten years ago. Check the year of the day it came in."
    ),
    "payments.before_invoice": (
        "The payment is dated {on}, before invoice {number} of {issued_on}. Check the day it came in; money"
        " that came in before the invoice is booked as credit, without naming the invoice."
    ),
    "payments.invoice_of_another": (
        "Invoice {number} was issued to {owner}, not to {name}. Check the number and the customer; without"
        " an invoice the money settles what {name} owes."
    ),
    "payments.nothing_open": (
        "Nothing is open on {number}, so no payment can settle it. Check the number, or leave it out: the"
        " money then settles what else is owed and stays as credit."
    ),
    "payments.invoice_not_open": (
        "{invoices} of the chosen invoices are settled or belong to somebody else than {name}."
        " Choose from the open invoices."
    ),
}

"""Sentences about contracts and subscriptions: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "contracts.not_found": "There is no contract {number}. Check the number, or search for the customer.",
    "contracts.quote_not_accepted": (
        "Quote {number} is {state}; only an accepted quote becomes a contract. Record the acceptance first."
    ),
    "contracts.quote_without_contract": (
        "{number} is no contract, and no accepted quote. Record the acceptance first."
    ),
    "contracts.nothing_sold": "Nothing of quote {number} is in its total, so there is nothing to contract.",
}

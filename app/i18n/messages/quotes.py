"""Sentences about quotes: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "quotes.not_editable": (
        "This quote can no longer be changed: it is {state}. Revise it to make the next revision,"
        " or copy it into a new quote."
    ),
    "quotes.transition_refused": (
        "A quote that is {current} cannot become {target}. Revise it, or look at the newest revision."
    ),
    "quotes.still_draft": (
        "A quote that is {current} is not revised: the customer does not have it yet. Change it as it is, or"
        " send it first."
    ),
    "quotes.not_sent": (
        "A quote that is {current} cannot become {target}: the customer does not have it yet. Send it first."
    ),
    "quotes.sent_already": (
        "The quote was sent before: it is {current}. Revise it to offer something else, then send that."
    ),
    "quotes.concluded": (
        "The quote was accepted and its contract is made, so it stays as it is. Make a new quote to offer"
        " something else."
    ),
    "quotes.superseded": (
        "A newer revision has taken the place of this quote. Look at the newest revision, and go on there."
    ),
    "quotes.not_found": "There is no quote {number}. Check the number, or search for the customer.",
    "quotes.line_not_found": "That line is no longer on the quote. Look at the quote again.",
    "quotes.quantity_not_positive": "A quantity of {quantity} cannot be sold. Enter a number above 0.",
    "quotes.exchange_rate_not_positive": "An exchange rate of {rate} converts nothing. Enter a rate above 0.",
    "quotes.not_ready": (
        "Quote {number} cannot be sent yet: {faults} points have to be mended first. They are listed with it."
    ),
    "quotes.expired": (
        "Quote {number} was valid until {valid_until}. Revise it to offer it again with a new date."
    ),
    "quotes.accepted_too_early": (
        "Quote {number} is dated {dated}, so nobody accepted it on {on}. Check the day of the acceptance."
    ),
    "quotes.accepted_in_the_future": (
        "The acceptance is dated {on}, after today ({today}). Record it when the customer has said yes."
    ),
    "quotes.option_unknown": (
        "{options} of the accepted options are not offered in quote {number}. Choose from its optional lines."
    ),
    "quotes.customer_missing": "The quote has no customer yet. Choose one in the header.",
    "quotes.customer_inactive": "{name} is set to inactive. Check that you still want to sell to them.",
    "quotes.customer_address_missing": "{name} has no address. Add it, so that it is printed on the quote.",
    "quotes.validity_before_date": (
        "The quote would be valid until {valid_until}, before its own date. Enter a later day."
    ),
    "quotes.exchange_rate_missing": (
        "The quote is in {currency}, another currency than the company's, and no exchange rate is known for"
        " its date. Enter it here with its source, or under Settings, Exchange rates for every quote."
    ),
    "quotes.no_lines": "The quote has no product in its total. Add at least one line.",
    "quotes.lines_refused": (
        "Nothing of “{file}” was taken: {faults} rows or columns are wrong. Mend them and try again."
    ),
    "quotes.columns_not_taken": (
        "“{file}” has columns that were not taken: {columns}. The columns of lines are sku, quantity, unit,"
        " price, discount, group and optional, each once."
    ),
    "quotes.unknown_sku_in_file": (
        "Line {line}: there is no product {sku}. Check the SKU, or import the product first."
    ),
    "quotes.option_not_offered": (
        "{sku} is no optional line of quote {number}. Look at the quote for what it offers."
    ),
    "quotes.text_refused": "{why} Until then “{text}” is not taken, and the value before it counts.",
    "quotes.unknown_sku": "There is no product {sku}. Pick one from the catalog, or remove the line.",
    "quotes.name_missing": "The line for {sku} has no description. Type what the customer shall read.",
    "quotes.nothing_to_pay": "There is nothing to pay for this quote. Check prices and discounts.",
    "quotes.below_cost": "The quote loses {loss} against its cost. Check the discounts.",
}

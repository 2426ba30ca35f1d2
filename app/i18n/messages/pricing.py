"""Sentences about prices and discounts: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "pricing.request_incomplete": (
        "“{file}” is no pricing request: it needs the members “request” and “rules”. The schema shows them."
    ),
    "pricing.amount_too_large": (
        "The amount of this line is larger than any document can hold. Check quantity and price."
    ),
    "pricing.coupon_unknown": (
        "No offer for this order has the coupon “{coupon}”. Check the spelling, or take it out."
    ),
    "pricing.coupon_used_up": (
        "The coupon “{coupon}” was used as often as it may be, so it takes nothing off. Take it out, or raise"
        " the limit of its offer."
    ),
    "pricing.currencies_differ": (
        "One document is in {before}, the other in {after}, so their difference is no amount of money."
        " Compare two documents of one currency."
    ),
    "pricing.discount_currency": (
        "The discount per unit is not in {currency}, the currency of this document. Enter it in {currency}."
    ),
    "pricing.document_discount_not_taken": (
        "The document discount of {discount} was not taken, because the net amount is zero or below."
        " It applies again as soon as the net amount is above zero."
    ),
    "pricing.document_discount_refused": (
        "A document discount of “{discount}” cannot be taken. Enter an amount of zero or more with the"
        " decimals of the currency."
    ),
    "pricing.document_discount_too_large": (
        "A document discount of {discount} is more than the net amount. Enter less, or change the lines."
    ),
    "pricing.exchange_rate_not_positive": (
        "An exchange rate of {rate} cannot be used. Enter how much one unit of the document's currency is"
        " worth, above zero."
    ),
    "pricing.margin_refused": "“{margin}” is no margin. Enter a share from 0 to below 100 %.",
    "pricing.net_below_zero": (
        "The net unit price would be below zero. Take back some of the discounts of this line."
    ),
    "pricing.no_list_price": (
        "“{sku}” has no price in {currency} in the price book “{book}” on {on}. Add one to the price"
        " book, or type a price into the line."
    ),
    "pricing.not_sellable_on_date": (
        "“{sku}” is not for sale on {on}. Choose its successor, or another date."
    ),
    "pricing.number_refused": ("“{value}” cannot be used here. Enter a number of usual size, zero or more."),
    "pricing.price_book_currency": (
        "The price book “{book}” is in {book_currency}, this document in {currency}. Choose a price"
        " book in {currency}, or change the currency of the document."
    ),
    "pricing.price_book_not_valid": (
        "The price book “{book}” is not valid on {on}. Choose another one, or extend its validity."
    ),
    "pricing.price_missing": (
        "This line has neither a product nor a price. Choose a product, or type a price."
    ),
    "pricing.price_rule_value_refused": (
        "The rule “{rule}” makes {value} of “{field}”, which cannot be used. Correct its formula: prices and"
        " quantities are zero or more, discounts at most 100 %."
    ),
    "pricing.quantity_refused": "“{quantity}” is no quantity. Enter a number above zero.",
    "pricing.target_needs_net_prices": (
        "A target total is net before tax, and the prices of “{book}” include it. Choose a price book without"
        " tax."
    ),
    "pricing.target_needs_prices": (
        "Not every line has a price and a cost, so nobody knows what the document comes to. Mend the marked"
        " lines first."
    ),
    "pricing.target_out_of_reach": (
        "The lines that may not change come to {fixed} already, so {target} cannot be reached. Enter more, or"
        " let another line change."
    ),
    "pricing.target_refused": (
        "“{target}” cannot be a target. Enter an amount of zero or more with the decimals of the currency, or"
        " a margin below 100 %."
    ),
    "pricing.total_too_large": (
        "The total is larger than any document can hold. Check the quantities and prices of the lines."
    ),
    "pricing.unit_not_convertible": (
        "“{sku}” is sold by {product_unit}, and nothing says how many {unit} make one. Use"
        " {product_unit}, or add the conversion to the product."
    ),
    "pricing.unknown_price_book": "There is no price book “{book}”. Choose one that exists.",
    "pricing.unknown_product": (
        "No product has the SKU “{sku}”. Check the spelling, or add the product to the catalog."
    ),
    "pricing.unknown_tax_rate": (
        "No tax rate is known for {tax_class} in {country} {region} on {on}. Add the rate in the"
        " settings, with its source."
    ),
    "pricing.below_first_box": (
        "“{sku}” is sold from {first} on, and {quantity} is less. Enter {first} or more, or type a price."
    ),
    "pricing.beyond_last_box": (
        "The price of “{sku}” ends at {last}, and {quantity} is more. Split the line, add a box or an"
        " overage to the price book, or type a price."
    ),
    "pricing.cost_missing": (
        "The price of “{sku}” is its cost and a markup, and no cost is known on {on}. Add the cost to"
        " the product, or type cost or price into the line."
    ),
    "pricing.segment_refused": (
        "Segment {number} cannot be priced. Its quantity is above zero, its price zero or more and"
        " its uplift above -100 %, each with 6 decimals at most."
    ),
    "pricing.segments_apart": (
        "Segment {number} begins on {start}, and the one before it ends the day before"
        " {expected}. Let it begin on {expected}."
    ),
    "pricing.segments_method": (
        "A price by blocks, usage, packages or a share of other lines cannot be ramped, nor can"
        " one with a minimum or free units. Make a line for each segment."
    ),
    "pricing.segments_one_time": (
        "This product is sold once, so it has no segments. Remove them, or choose a subscription."
    ),
}

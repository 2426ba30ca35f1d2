"""Sentences about products and price books: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "catalog.agreed_price_invalid": (
        "An agreed price of {price} cannot be used: it must be zero or more, for at least one unit and one"
        " month. Correct the agreement."
    ),
    "catalog.attribute_choices_refused": (
        "The choices of the attribute “{attribute}” cannot be used. A choice needs at least one, each code"
        " once; every other kind needs none."
    ),
    "catalog.attribute_limits_refused": (
        "The limits or decimals of the attribute “{attribute}” cannot be used. Only a number has them, with 0"
        " to 6 decimals, and the smallest value comes first."
    ),
    "catalog.attribute_value_refused": (
        "“{value}” is no value of the attribute “{attribute}”. Choose one it can have."
    ),
    "catalog.base_quantity_not_positive": (
        "The price of “{sku}” is for {quantity} units, which is no quantity. Say how many units it is for, 1"
        " in most cases."
    ),
    "catalog.box_price_negative": "A price of {price} is below zero. Enter what is charged, or 0.",
    "catalog.boxes_end_too_early": (
        "The boxes cannot end at {last}: the last one begins at {lower}, and a price beyond the end needs no"
        " end. Enter a larger end, or leave one of the two out."
    ),
    "catalog.boxes_unsorted": (
        "The lower bounds must rise from row to row; boxes begin above 0, usage tiers at 0. Put"
        " them in order."
    ),
    "catalog.limits_cross": (
        "The smallest price {minimum} and the largest {maximum} must be zero or more, the smallest first."
        " Exchange them, or leave one out."
    ),
    "catalog.markup_negative": (
        "A markup of {share} and {amount} is below zero. Enter what is added to the cost, or 0."
    ),
    "catalog.package_not_positive": "A package of {size} holds nothing. Say how many units it holds.",
    "catalog.price_beside_method": (
        "“{sku}” is priced by its own method, which would not use the price, minimum or free units entered"
        " beside it. Leave them empty."
    ),
    "catalog.quantity_of_price_negative": (
        "The minimum and the free units of “{sku}” are zero or more. Correct them, or leave them empty."
    ),
    "catalog.bundle_circular": (
        "The bundle “{bundle}” would contain itself: {path}. Take one of these options out."
    ),
    "catalog.bundle_without_features": (
        "The bundle “{bundle}” has no feature. Add one with the options to choose from."
    ),
    "catalog.code_not_found": "“{code}” is not in the catalog. Check the spelling, or add it first.",
    "catalog.contracted_price_target": (
        "The agreed price “{contracted_price}” must name either one product or one category. Choose one of"
        " the two."
    ),
    "catalog.cost_negative": "A cost of {amount} is below zero. Enter what the product costs you, or 0.",
    "catalog.feature_limits_refused": (
        "No choice meets the feature “{feature}”: at least {minimum} and at most {maximum} of {offered}"
        " options. Correct the two limits."
    ),
    "catalog.feature_too_full": (
        "The feature “{feature}” allows {maximum}, but {options} are all there from the start. Take the"
        " preselection off some, or allow more."
    ),
    "catalog.feature_twice": (
        "The bundle “{bundle}” has two features “{feature}”. Give one of them another code."
    ),
    "catalog.feature_without_options": (
        "The feature “{feature}” offers nothing. Add an option, or remove the feature."
    ),
    "catalog.bundle_never_works": (
        "“{sku}” could never be configured: {faults} faults stand against it. Mend them, then save again."
    ),
    "catalog.not_a_bundle": (
        "“{sku}” is sold as it is: nobody said how it may be configured. Load its model first."
    ),
    "catalog.option_priced_twice": (
        "The option “{sku}” has more than one price. Give it one price for each currency, or a discount, not"
        " both."
    ),
    "catalog.option_quantity_refused": (
        "The option “{sku}” begins with a quantity of {quantity}, which its own limits do not allow. Enter a"
        " quantity above 0 between the limits."
    ),
    "catalog.option_twice": ("The feature “{feature}” offers “{sku}” twice. Remove one of the two options."),
    "catalog.lookup_bands_twice": (
        "The lookup table “{table}” has two columns that go by bands, so its gaps could not be found. Let one"
        " of them be exact."
    ),
    "catalog.lookup_cell_refused": (
        "Row {row} of the lookup table “{table}” holds “{cell}” in “{column}”, which cannot stand there."
        " Correct the cell."
    ),
    "catalog.lookup_gap": (
        "The lookup table “{table}” has no row from {above} up to {below} for “{keys}”. Close the gap, or"
        " lines in it cannot be priced."
    ),
    "catalog.lookup_keys_duplicate": (
        "Rows {row} and {other} of the lookup table “{table}” answer the same question. Remove one, or change"
        " its keys."
    ),
    "catalog.lookup_table_empty": (
        "The lookup table “{table}” has no key or no row. Add at least one of each."
    ),
    "catalog.lookup_table_unused": (
        "No price rule asks the lookup table “{table}”. Use it in a formula, or delete it."
    ),
    "catalog.coupon_limit_refused": (
        "The offer “{promotion}” has a limit that cannot be kept: it needs a coupon, at least one use, and no"
        " fewer than 0 uses so far. Correct the numbers, or leave the limit empty."
    ),
    "catalog.free_goods_refused": (
        "The offer “{promotion}” must say how many units are bought and how many are free, both above zero,"
        " and take nothing else off. Correct the numbers, or set its discount to 0 %."
    ),
    "catalog.order_over_refused": (
        "The offer “{promotion}” asks for an order below zero. Enter what the order must reach, or leave it"
        " empty."
    ),
    "catalog.promotions_tie": (
        "“{rule}” and “{other}” have the same place {order} in the order in which offers are taken one after"
        " the other, and can meet on one line. Give one of them another place."
    ),
    "catalog.price_negative": (
        "The price of “{sku}” is {price}, which is below zero. Enter 0 or more; to give money back, write a"
        " credit note."
    ),
    "catalog.price_rule_any_currency": (
        "“{formula}” of the rule “{rule}” says an amount that would be the same number in any currency. Say"
        " the rule's currency or its price books."
    ),
    "catalog.price_rule_case_fails": (
        "The case “{case}” of the rule “{rule}” expects {expected}, and {found} comes out. Correct the rule"
        " or the case."
    ),
    "catalog.price_rule_code_taken": ("Two price rules are called “{rule}”. Give one of them another code."),
    "catalog.price_rule_name_taken": (
        "A variable of the rule “{rule}” cannot be called “{name}”: a field, another variable or a word of"
        " formulas is. Choose another name."
    ),
    "catalog.price_rule_never_matches": (
        "No line can meet the conditions of the rule “{rule}”: they contradict each other. Correct them, or"
        " delete the rule."
    ),
    "catalog.price_rule_order_taken": (
        "The rules “{rule}” and “{other}” both stand at place {order}, so nothing decides which comes first."
        " Give one of them another place."
    ),
    "catalog.price_rule_shadowed": (
        "The rule “{rule}” never has its say: “{other}” comes before it and sets the same fields wherever it"
        " matches. Put it first, or delete it."
    ),
    "catalog.price_rule_target_twice": (
        "The rule “{rule}” sets the same field twice. Remove one of the two."
    ),
    "catalog.price_rule_without_action": (
        "The rule “{rule}” sets nothing. Choose a field and write its formula."
    ),
    "catalog.price_rules_loop": (
        "These rules feed each other, each reading what the next one sets: {rules}. Let one of them read"
        " another field."
    ),
    "catalog.price_scale_refused": (
        "The price book “{book}” cannot round to {decimals} decimals. Choose 0 to {most}, or leave it open."
    ),
    "catalog.price_term_not_positive": (
        "The recurring price of “{sku}” is for {months} months. Say how many months it is for, at least 1."
    ),
    "catalog.product_not_found": (
        "This product is not here any more. Look for it in the catalog, or add it again."
    ),
    "catalog.products_elsewhere": (
        "A file of price rules brings no products and no tax rates. Take them out, and import products with"
        " their own table."
    ),
    "catalog.quantity_limits_reversed": (
        "The offer “{promotion}” ends at a smaller quantity than it begins. Exchange the two limits."
    ),
    "catalog.reduction_negative": (
        "An amount off of {currency} {amount} is below zero. Enter how much is taken off, or 0."
    ),
    "catalog.rules_tie": (
        "“{rule}” and “{other}” are for the same products and customers and begin on the same day, so nothing"
        " decides which one counts. Give one of them another first day or other products."
    ),
    "catalog.schedule_without_tiers": (
        "The discount schedule “{schedule}” has no tier. Add one with its lower bound and its discount."
    ),
    "catalog.slab_scope_refused": (
        "The slab schedule “{schedule}” counts by {scope}, so nobody could say which line fills which band."
        " Let it count by line, or make it a range."
    ),
    "catalog.term_schedule_refused": (
        "The schedule “{schedule}” goes by term, so it must be a range that counts its own line and nothing"
        " owned before. Change its kind or its scope."
    ),
    "catalog.tier_bounds_unsorted": (
        "The lower bounds of the schedule “{schedule}” must begin at 0 or above and rise from tier to tier."
        " Put them in order."
    ),
    "catalog.unknown_sku": (
        "No product has the SKU “{sku}”. Check the spelling, or add the product to the catalog."
    ),
    "catalog.validity_reversed": (
        "It would end on {last}, before it begins on {first}. Exchange the two days."
    ),
}

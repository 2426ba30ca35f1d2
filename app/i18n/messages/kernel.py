"""Sentences about money, numbers, periods and texts: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "address.too_many_lines": (
        "An address has {most} street lines at most, this one has {lines}. Put the rest into the name"
        " line or leave it out."
    ),
    "canonical.not_canonical": (
        "“{value}” cannot be stored in a document that is never to change. Type it again, or leave it out."
    ),
    "countries.unknown_country": (
        "“{country}” is no country code. Use two letters as in DE, US or GB (ISO 3166)."
    ),
    "countries.unknown_subdivision": (
        "“{subdivision}” is no code of a state or region of “{country}”. Use up to three letters or"
        " digits as in CA or US-CA (ISO 3166-2), or leave it empty."
    ),
    "dates.unreadable": (
        "“{text}” is no date. Type a day and month, as in 15.4, a number of days from today, as in"
        " +30, or a whole date."
    ),
    "json.key_twice": "The key “{key}” stands twice in one object. Keep the one that is meant.",
    "json.not_canonical": (
        "The text says the right thing, but not letter by letter as it was written. It may have been"
        " changed by another program; take the original."
    ),
    "json.not_json": "This is not JSON: line {line}, column {column}. Mend the text there.",
    "json.not_utf8": "This is not UTF-8 text: byte {position}. Save it as UTF-8 and try again.",
    "json.not_whole": (
        '“{text}” is no whole number. Write amounts and other decimals in quotes, as in "12.50".'
    ),
    "json.too_deep": "The text nests more than {deepest} levels. Flatten it.",
    "json.too_large": "The text has more than {largest} bytes. Split it.",
    "json.whole_too_large": "“{text}” is beyond {largest}. Write large numbers in quotes.",
    "money.cash_step_not_positive": (
        "The smallest coin cannot be {step}. Write what it is worth, as in 0.05, or none."
    ),
    "money.currency_mismatch": (
        "{left} and {right} cannot be added up. Use one currency, or convert one of the amounts first."
    ),
    "money.nothing_to_share_by": (
        "{total} cannot be shared out: none of the {parts} lines may take a part. A discount needs a"
        " line above zero."
    ),
    "money.unknown_currency": (
        "“{currency}” is no currency code. Use three letters as in EUR, USD or CHF (ISO 4217)."
    ),
    "numbers.date_before_last": (
        "The last document of the series “{series}” is dated {last}, so this one cannot be dated"
        " {date}. Use {last} or a later day."
    ),
    "numbers.group_misplaced": (
        "“{text}” can be read in two ways. Decimals come after “{decimal_sign}” here, and groups have"
        " three digits. Did you mean “{suggestion}”?"
    ),
    "numbers.not_a_number": (
        "“{text}” is not a number. Use the digits 0 to 9 and “{decimal_sign}” before the decimals."
    ),
    "numbers.out_of_range": "{number} is out of range. Use a number from {low} to {high}.",
    "numbers.series_started": (
        "The series “{series}” has given out {last} already, so its first number stands. Begin a new"
        " series instead."
    ),
    "numbers.sum_unreadable": (
        "“{text}” is neither a number nor a sum. Type a number, or a sum as in 3*49.90."
    ),
    "numbers.too_long": "“{text}…” is too long for a number. Use {longest} characters at most.",
    "numbers.too_many_decimals": "{number} has too many decimals. Use {decimals} at most.",
    "percent.out_of_range": "{points} % is not a share of a whole. Use 0 to 100 %.",
    "period.date_out_of_range": (
        "The year {year} is beyond the calendar. Use a shorter term or another date."
    ),
    "period.empty": "The period would end before it starts on {first}. Choose a later end.",
    "plain.unreadable": (
        "“{where}” cannot be read: it holds “{value}” where {expected} is expected. Compare it with the"
        " schema, or with a file the program wrote."
    ),
    "quantity.conversion_not_positive": (
        "One {unit} cannot be {factor} {other}. Write how many {other} make one {unit}, above zero."
    ),
    "quantity.no_conversion": (
        "Nothing says how many {target} one {source} is. Add the conversion to the product, or use"
        " another unit."
    ),
    "quantity.unknown_unit": (
        "“{unit}” is no unit of measure. Use a code as in C62 (piece), HUR (hour), KGM (kilogram), or"
        " its name."
    ),
    "text.control_character": (
        "The {field} holds a character that cannot be printed ({character}, place {position}). Take it"
        " out; it often comes with a copy from another program."
    ),
    "text.direction_override": (
        "The {field} holds an invisible mark that turns the reading around ({character}, place"
        " {position}). Take it out and type the text again."
    ),
    "text.missing": "The {field} is missing. Fill it in.",
    "text.too_long": "The {field} has {length} characters. Use {longest} at most.",
}

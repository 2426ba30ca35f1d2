"""Sentences about the seller and its settings: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "company.address_missing": (
        "The company has no address yet. Add it in the settings: an invoice has to show it."
    ),
    "company.bank_missing": (
        "The company has no bank account yet. Add it in the settings, so that customers know where to pay."
    ),
    "company.bic_refused": "“{bic}” is no BIC. It has 8 or 11 letters and digits, as in COBADEFF.",
    "company.colour_refused": "“{colour}” is no colour. Write it as #1f4e79.",
    "company.country_missing": (
        "The company's country is missing. Add it in the settings: taxes depend on it."
    ),
    "company.device_refused": (
        "“{device}” cannot stand in a document number. Use 1 to 8 capital letters or digits."
    ),
    "company.exists": "This file has a company already: {name}. Open another file for another company.",
    "company.fiscal_year_start_refused": "A fiscal year cannot start in month {month}. Use 1 to 12.",
    "company.iban_refused": (
        "“{iban}” is no valid IBAN: its length or its check digits are wrong. Compare it with your bank's"
        " paper, sign by sign."
    ),
    "company.language_refused": "“{language}” is no language. Write it as de, de_CH or en_GB.",
    "company.logo_refused": "This logo cannot be used. Choose a PNG or JPEG picture of 2 MB at most.",
    "company.margin_floor_above_target": (
        "The margin aimed at ({target}) is below the lowest one ({floor}). Raise the target or lower"
        " the floor."
    ),
    "company.none": "There is no company in this file yet. Set one up first, with its name and country.",
    "company.pattern_refused": (
        "“{pattern}” cannot number documents. Use letters, digits, blanks and - . / _ #, the counter exactly"
        " once as {{seq}} or {{seq:05}}, and {{year}}, {{yy}}, {{month}} or {{device}} as you wish; 60"
        " characters at most."
    ),
    "company.policy_value_refused": "“{value}” is no choice for {policy}. Use one of: {choices}.",
    "company.quote_days_refused": "A quote cannot be valid for {days} days. Use 0 to {most}.",
    "company.rate_in_the_future": (
        "An exchange rate cannot be entered for {day}, which has not come yet. The last day is {today}."
    ),
    "company.rate_of_own_currency": (
        "{currency} is the currency of the company, so it needs no exchange rate. Name another one."
    ),
    "company.tax_id_malformed": (
        "“{tax_id}” cannot be a tax number. Write it as the tax office did, a VAT number with its country in"
        " front as in DE136695976."
    ),
    "company.tax_id_missing": (
        "The company has no tax number yet. Add it in the settings: most countries want it on an invoice."
    ),
    "company.terms_code_taken": "The payment terms “{terms}” exist already. Choose another short name.",
    "company.terms_incomplete": (
        "These payment terms do not make up the whole: the shares come to {points} %. Let one part take the"
        " rest, as in “40% 0 days, rest 30 days”."
    ),
    "company.terms_out_of_range": (
        "{value} is out of range in payment terms. Use a number from {low} to {high}."
    ),
    "company.terms_unreadable": (
        "“{part}” cannot be read as payment terms. Write for example “30 days”, “2% discount 10 days, 30"
        " days” or “40% 0 days, rest 30 days end of month”."
    ),
    "company.unknown_policy": "There is no policy “{policy}”. There are: {known}.",
    "company.unknown_setting": "The company has no setting “{setting}”. There are: {known}.",
    "company.zone_refused": "“{zone}” is no time zone. Write it as Europe/Berlin or America/New_York.",
    "contact.not_a_phone": (
        "“{phone}” is not a telephone number. Use digits, blanks and + ( ) / . -, and x before an extension."
    ),
    "contact.not_a_website": "“{website}” is not the address of a website. Write it as www.example.com.",
    "contact.not_an_email": (
        "“{email}” is not an e-mail address. Write one address as in name@example.com, without a name around"
        " it."
    ),
    "contact.unknown_electronic_scheme": (
        "“{scheme}” does not say where e-invoices go. Use EM for e-mail, or the four digits of the scheme as"
        " in 0088."
    ),
}

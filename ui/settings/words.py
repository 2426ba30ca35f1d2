"""What the settings are called on the page, in which group they stand, and what may be chosen."""

from __future__ import annotations

from typing import NamedTuple

from app.i18n.translations import gettext as _

YES, NO = "yes", "no"
FLAG = ((YES, ""), (NO, ""))
"""Choices of a setting that is a check box."""


class Field(NamedTuple):
    """One setting on the page.

    Attributes:
        name: As the company's settings call it: ``policy.proration``.
        label: As people call it.
        choices: Pairs of a value and its words; empty where text is typed, `FLAG` for a check box.
        hint: What stands in an empty box.
    """

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class Group(NamedTuple):
    """The settings of one tab."""

    title: str
    fields: tuple[Field, ...]


class Offered(NamedTuple):
    """What may be chosen, where that depends on the language of the window."""

    countries: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()


def groups(offered: Offered) -> tuple[Group, ...]:
    """Return every group in the order of the tabs."""
    return (
        Group(_("Company"), _company(offered)),
        Group(_("Tax and bank"), _tax_and_bank()),
        Group(_("Papers"), _papers(offered)),
        Group(_("Numbers"), _numbers()),
        Group(_("Policies"), _policies()),
    )


def label_of(name: str) -> str:
    """Return what a setting is called, the name itself where the page does not show it."""
    fields = (field for group in groups(Offered()) for field in group.fields)
    return next((field.label for field in fields if field.name == name), name)


def _company(offered: Offered) -> tuple[Field, ...]:
    return (
        Field("name", _("Name")),
        Field("legal_name", _("Legal name"), hint=_("Where it differs from the name")),
        Field("street", _("Street")),
        Field("postcode", _("Postcode")),
        Field("city", _("Town")),
        Field("country", _("Country"), offered.countries),
        Field("subdivision", _("State or region")),
        Field("contact", _("Contact")),
        Field("email", _("E-mail")),
        Field("phone", _("Telephone")),
        Field("website", _("Website")),
        Field("time_zone", _("Time zone"), hint="Europe/Berlin"),
    )


def _tax_and_bank() -> tuple[Field, ...]:
    return (
        Field("tax_id", _("VAT id or tax number"), hint=_("Several are parted by commas")),
        Field("registration", _("Trade register")),
        Field("tax.registrations", _("Registered for tax in"), hint=_("Countries, as in DE, FR")),
        Field("tax.exempt", _("Small business, charges no tax"), FLAG),
        Field("tax.one_stop_shop", _("Reports through the one-stop shop"), FLAG),
        Field("iban", _("IBAN")),
        Field("bic", _("BIC")),
        Field("bank", _("Bank")),
        Field("account", _("Account number"), hint=_("Where there is no IBAN")),
        Field("account_holder", _("Account holder")),
        Field("electronic_address", _("Address for e-invoices"), hint="0088:4012345000009"),
    )


def _papers(offered: Offered) -> tuple[Field, ...]:
    papers = (("a4", _("A4")), ("letter", _("Letter")))
    return (
        Field("language", _("Language"), offered.languages),
        Field("paper", _("Paper"), papers),
        Field("colour", _("Colour"), hint="#1f4e79"),
        Field("currency", _("Currency"), hint="EUR"),
        Field("payment_terms", _("Payment terms"), hint=_("30 days, or 2% discount 10 days, 30 days")),
        Field("quote_days", _("Quotes are valid for (days)")),
        Field("price_book", _("Price book of new quotes")),
    )


def _numbers() -> tuple[Field, ...]:
    months = tuple((str(number), str(number)) for number in range(1, 13))
    named = (("start", _("The year it begins in")), ("end", _("The year it ends in")))
    return (
        Field("number.quote", _("Quotes")),
        Field("number.contract", _("Contracts")),
        Field("number.invoice", _("Invoices")),
        Field("number.credit_note", _("Credit notes")),
        Field("number.payment", _("Payments")),
        Field("number.customer", _("Customers")),
        Field("fiscal_year.first_month", _("First month of the year"), months),
        Field("fiscal_year.named_after", _("The year is named after"), named),
    )


def _policies() -> tuple[Field, ...]:
    return (*_prices(), *_reductions(), *_totals(), *_margins())


def _prices() -> tuple[Field, ...]:
    basis = (("net", _("Without tax")), ("gross", _("With tax")))
    rounding = (("line", _("Only the line")), ("unit", _("The unit price, then the line")))
    scales = (("0", _("Those of the currency")), *((str(more), f"+{more}") for more in range(1, 7)))
    proration = (
        ("months_and_days", _("Whole months, then days of the month")),
        ("daily_365", _("By days of a year of 365")),
        ("whole_months", _("Whole months, begun ones count")),
        ("calendar", _("By days of each calendar month")),
        ("period_days", _("By days of the whole period")),
        ("thirty_360", _("Months of 30 days, years of 360")),
    )
    return (
        Field("policy.price_basis", _("Prices are written"), basis),
        Field("policy.rounding", _("What is rounded"), rounding),
        Field("policy.price_scale_offset", _("Decimals of a unit price"), scales),
        Field("policy.proration", _("Parts of a term are measured"), proration),
    )


def _reductions() -> tuple[Field, ...]:
    promotions = (("best", _("Only the best one")), ("stacked", _("All, one after the other")))
    return (
        Field("policy.promotions", _("Of several promotions count"), promotions),
        Field("policy.additional_last", _("The seller’s own discount comes last"), FLAG),
        Field("policy.partner_off_list", _("Partner discounts are taken off the list price"), FLAG),
        Field("policy.prorate_amount_discounts", _("Discount amounts shrink with the term"), FLAG),
    )


def _margins() -> tuple[Field, ...]:
    none = _("None; percent, as in 15 %")
    return (
        Field("margin.floor", _("Lowest margin of a quote"), hint=none),
        Field("margin.target", _("Margin aimed at"), hint=none),
    )


def _totals() -> tuple[Field, ...]:
    tax = (("group", _("Once per tax rate")), ("line", _("On every line")))
    steps = (("none", _("Not rounded to coins")), ("0.05", "0.05"), ("0.1", "0.10"), ("1", "1.00"))
    cash = (("total", _("The total")), ("instalment", _("Each instalment")))
    early = (
        ("on_payment", _("When the discount is taken")),
        ("always", _("From the start")),
        ("never", _("Never")),
    )
    return (
        Field("policy.tax_rounding", _("Tax is rounded"), tax),
        Field("policy.cash_step", _("Smallest coin"), steps),
        Field("policy.cash_rounding", _("Rounded to coins is"), cash),
        Field("policy.early_payment_tax", _("Early payment reduces the tax"), early),
    )

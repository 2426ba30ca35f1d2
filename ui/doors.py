"""The ways to a company file, made of the application's services; called on worker threads."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ui.desk import Doors

if TYPE_CHECKING:
    from app.access.act import Act
    from app.bootstrap import Application
    from app.taxes.rate import TaxRate
    from ui.shell.first_start import CountryChoice, FirstChoices
    from ui.shell.session import CompanyFile, Unit

_ELSEWHERE = "US"
_PARTS_OF_A_FILE = ("", "-wal", "-shm", "-lock")


def company_doors() -> Doors:
    """Return the ways to company files on this machine."""
    return Doors(usual_company, open_company, create_company, sample_company, countries)


def usual_company() -> Path | None:
    """Return the file a start without a name opens, `None` while there is none."""
    from app.bootstrap import usual_file

    file = usual_file()
    return file if file.exists() else None


def open_company(file: Path) -> CompanyFile:
    """Open a company file.

    Raises:
        Unavailable: The file cannot be opened; the error names it and says why.
        NoCompany: The file has no company yet.
    """
    from app.bootstrap import open_for_window

    application = open_for_window(file)
    try:
        return _seen(application, file)
    except BaseException:
        application.close()
        raise


def create_company(choices: FirstChoices) -> CompanyFile:
    """Make the company described on the first start, in the usual place.

    Raises:
        FileExists: There is a file already.
        AppError: Something chosen is refused; no file is left behind.
    """
    from app.bootstrap import usual_file
    from app.services import company

    def fill(uow: Unit, act: Act) -> None:
        company.set_up(uow, act, name=choices.company, country=choices.country)
        wanted = {"currency": choices.currency, "number.invoice": choices.number_pattern}
        for name, text in wanted.items():
            if text and company.shown(uow)[name] != text:
                company.change(uow, act, name=name, text=text)
        if choices.logo is not None:
            company.set_logo(uow, act, content=choices.logo.read_bytes())

    return _make(usual_file(), fill)


def sample_company() -> CompanyFile:
    """Open the sample company, making it first where there is none.

    Raises:
        Unavailable: The file cannot be opened or made.
    """
    from app.bootstrap import sample_file
    from app.services import sample_company as sample

    def fill(uow: Unit, act: Act) -> None:
        sample.make(uow, act)

    file = sample_file()
    return open_company(file) if file.exists() else _make(file, fill)


def countries() -> tuple[CountryChoice, ...]:
    """Return every country by its name in the window's language, the one of this machine first."""
    from app.company.numbering import DEFAULT_PATTERNS, Series
    from app.i18n.formats import formats
    from app.i18n.translations import current_language
    from app.kernel.countries import COUNTRIES
    from app.services.country_defaults import defaults_of
    from app.services.shipped_rates import shipped_rates
    from ui.shell.first_start import CountryChoice

    form, rates = formats(current_language()), shipped_rates()
    pattern = DEFAULT_PATTERNS[Series.INVOICE]
    choices = [
        CountryChoice(code, form.country(code), defaults_of(code).currency.code, _taxes(code, rates), pattern)
        for code in COUNTRIES
    ]
    here = home_country(os.environ)
    return tuple(sorted(choices, key=lambda choice: (choice.code != here, choice.name)))


def home_country(environment: os._Environ[str] | dict[str, str]) -> str:
    """Return the country of this machine's language setting (``de_CH.UTF-8``), else the United States."""
    named = environment.get("LC_ALL") or environment.get("LC_MONETARY") or environment.get("LANG") or ""
    country = named.partition(".")[0].partition("_")[2][:2]
    return country if len(country) == 2 and country.isupper() else _ELSEWHERE


def _taxes(country: str, rates: tuple[TaxRate, ...]) -> str:
    """Return the rates of a country that are valid without an end, highest first: ``19 %, 7 %``."""
    from app.i18n.formats import formats
    from app.i18n.translations import current_language

    form = formats(current_language())
    found = {
        rate.percent.fraction
        for rate in rates
        if rate.country == country and not rate.region and rate.validity.last is None
    }
    return ", ".join(form.percent(fraction) for fraction in sorted(found, reverse=True) if fraction)


def _make(file: Path, fill: Callable[[Unit, Act], None]) -> CompanyFile:
    from app.bootstrap import create_application

    application = create_application(file)
    try:
        act = application.act()
        with application.writing(act) as uow:
            fill(uow, act)
    except BaseException:
        application.close()
        for ending in _PARTS_OF_A_FILE:
            file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)
        raise
    application.close()
    return open_company(file)


def _seen(application: Application, file: Path) -> CompanyFile:
    """Return an open application as the window sees it."""
    from app.i18n.messages import sentence
    from ui.shell.session import CompanyFile

    with application.reading() as unit:
        company = unit.company.get()
    refusal = application.store.refusal
    return CompanyFile(
        path=file,
        company=company.seller.name,
        writing=application.writing,
        reading=application.reading,
        act=application.act,
        read_only=sentence(refusal) if refusal is not None else "",
        close=application.close,
    )

"""What we write into a file is what we read out of it: any rows, any ending."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalog.product import ChargeType, SupplyKind, TaxClass
from app.customers.tax_status import BuyerKind
from app.exchange.records.customers import CUSTOMERS, CustomerRow
from app.exchange.records.exporting import sheet_of
from app.exchange.records.lines import LINES, LineRow
from app.exchange.records.offers import OFFERS, OfferRow
from app.exchange.records.parsing import parse
from app.exchange.records.prices import PRICES, PriceRow
from app.exchange.records.products import PRODUCTS, ProductRow
from app.exchange.tables.csv_reading import read_csv
from app.exchange.tables.csv_writing import write_csv
from app.exchange.tables.kinds import Kind, kind_of
from app.exchange.tables.sheet import Sheet
from app.exchange.tables.spreadsheet import read_spreadsheet
from app.exchange.tables.xlsx_writing import write_xlsx
from app.exchange.values.taxes import TaxMark
from app.kernel.errors import AppError
from app.kernel.text import clean_name, clean_text
from tests.support.imports import source_of

AWKWARD = "=+-@'\";,|\t €ßéÄ日本سندان\u200d\u00a0'\uff1d<img>&_x0041_"


def is_name(text: str) -> bool:
    try:
        return clean_name(text, field="x") == text
    except AppError:
        return False


names = (
    st.text(st.sampled_from(AWKWARD), min_size=1, max_size=12) | st.text(min_size=1, max_size=20)
).filter(is_name)
codes = names.filter(lambda text: text.strip() == text != "")
texts = st.text(st.sampled_from(AWKWARD + "\n"), max_size=30).map(lambda text: clean_text(text, field="x"))
texts = texts.map(lambda text: text if text.strip() else "")
numbers = st.decimals(Decimal(0), Decimal(10) ** 12, places=6) | st.decimals(
    Decimal(0), Decimal(9999), places=3
)
positive = numbers.map(lambda number: number or Decimal(1))
percents = st.decimals(Decimal(0), Decimal(100), places=4)
days = st.none() | st.dates(date(1850, 1, 1), date(2999, 12, 31))
currencies = st.sampled_from(["EUR", "USD", "JPY", "KWD"])
languages = st.sampled_from(["en", "de_CH", "zh_Hant", "ar"])
by_language = st.dictionaries(languages, names, max_size=3).map(lambda found: tuple(sorted(found.items())))
lists = st.lists(codes, unique=True, max_size=4)
taxes = st.builds(TaxMark, st.sampled_from(TaxClass), st.none() | percents) | st.builds(
    TaxMark, st.none(), percents
)


def rows_of(row, **parts):
    """Return rows with these parts, all others as a file leaves them."""
    return st.fixed_dictionaries(parts).map(lambda given: row(line=0, **given))


def in_order(row):
    """Turn the days of a row so that the first comes first."""
    first, last = row[-2:]
    return (
        row
        if None in (first, last) or first <= last
        else row._replace(**dict(zip(row._fields[-2:], (last, first), strict=True)))
    )


products = rows_of(
    ProductRow,
    sku=codes,
    name=names,
    price=st.none() | numbers,
    currency=currencies,
    tax=taxes,
    unit=st.sampled_from(["C62", "HUR", "KGM"]),
    per=positive,
    cost=st.none() | numbers,
    category=st.sampled_from(["", "A", "A/B c", "=A/-B"]),
    description=texts,
    names=by_language,
    descriptions=by_language,
    supply=st.sampled_from(SupplyKind),
    charge=st.sampled_from(ChargeType),
    term=st.integers(1, 1200),
    conversions=st.sampled_from([(), ("XBX = 12 C62",), ("XBX = 12 C62", "SET = 1/3 C62")]),
    exemption=st.just(""),
    sell_from=days,
    sell_to=days,
).map(in_order)

prices = rows_of(
    PriceRow,
    sku=codes,
    price=numbers,
    currency=currencies,
    price_book=st.just("") | codes.filter(lambda code: len(code) <= 40),
    valid_from=days,
    valid_to=st.none(),
    unit=st.sampled_from(["", "XBX"]),
    per=positive,
    term=st.integers(1, 1200),
    cost=st.none() | numbers,
)

offers = rows_of(
    OfferRow,
    code=codes.filter(lambda code: len(code) <= 40),
    name=names,
    percent=percents,
    amounts=st.just(()),
    valid_from=days,
    valid_to=st.none(),
    min_quantity=numbers,
    max_quantity=st.none(),
    skus=lists.map(sorted).map(tuple),
    categories=lists.map(sorted).map(tuple),
    order=st.integers(0, 999),
    names=by_language,
) | rows_of(
    OfferRow,
    code=codes.filter(lambda code: len(code) <= 40),
    name=names,
    amounts=st.dictionaries(currencies, numbers, min_size=1).map(lambda found: tuple(sorted(found.items()))),
)

customers = rows_of(
    CustomerRow,
    reference=codes.filter(lambda code: len(code) <= 40),
    name=names,
    street=st.just("") | names,
    city=st.just("") | names,
    country=st.sampled_from(["US"]),
    subdivision=st.sampled_from(["", "US-CA", "US-NY"]),
    kind=st.sampled_from(BuyerKind),
    tax_ids=st.sampled_from([(), ("DE136695976", "ATU12345678")]),
    national_tax_ids=st.sampled_from([(), ("12/345/678", "ABC-1")]),
    shipping_name=st.just("") | names,
    notes=texts,
    active=st.booleans(),
    payment_terms=st.sampled_from(["", "30 days", "2% discount 10 days, 30 days"]),
)

lines = rows_of(
    LineRow,
    sku=codes,
    quantity=positive,
    unit=st.sampled_from(["", "HUR"]),
    price=st.none() | numbers,
    discount=st.none() | percents,
    group=st.just("") | names,
    optional=st.booleans(),
)


def as_csv(sheet: Sheet):
    stream = io.BytesIO()
    write_csv(sheet, stream)
    return read_csv(stream.getvalue(), file="x.csv")


def as_xlsx(sheet: Sheet):
    stream = io.BytesIO()
    write_xlsx(sheet, stream)
    assert kind_of(stream.getvalue(), file="x.xlsx") is Kind.XLSX
    return read_spreadsheet(stream.getvalue(), Kind.XLSX, file="x.xlsx")


@pytest.mark.parametrize("through", [as_csv, as_xlsx], ids=["csv", "xlsx"])
@pytest.mark.parametrize(
    ("noun", "rows"),
    [(PRODUCTS, products), (PRICES, prices), (OFFERS, offers), (CUSTOMERS, customers), (LINES, lines)],
    ids=lambda value: getattr(value, "name", ""),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_rows_come_back_as_they_were(noun, rows, through, data):
    written = data.draw(st.lists(rows, max_size=5, unique_by=noun.key or id))
    again = parse(noun, source_of(through(sheet_of(noun, written))))
    assert again.findings == ()
    assert again.problems == ()
    assert [row[1:] for row in again.rows] == [row[1:] for row in written]

"""A quote comes back as it was saved, whatever is on it, and never over a newer one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from unicodedata import normalize
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalog.product import ChargeType
from app.catalog.reduction import amount_off, percent_off
from app.kernel.percent import Percent
from app.quotes.exchange_rate import FrozenRate
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.store.faults import RecordChanged
from app.store.repositories.quotes import QuoteNotFound, Shown
from tests.support.billing import euros
from tests.support.deals import ACME
from tests.support.quotes import a_quote
from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine

NOTHING_SHOWN = Shown("", 0, 0, 0, lines={})

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30).map(
    lambda text: normalize("NFC", text)
)
quantities = st.decimals("0.000001", 10**9, places=6)
percents = st.decimals(0, 100, places=6).map(lambda points: Percent.of_points(points))
discounts = st.one_of(
    st.none(),
    percents.map(lambda percent: percent_off(percent.points)),
    st.decimals(0, 10**6, places=6).map(lambda amount: amount_off(amount, "EUR")),
)
lines = st.builds(
    QuoteLine,
    id=st.uuids(),
    kind=st.sampled_from(LineKind),
    role=st.sampled_from(LineRole),
    sku=texts,
    name=texts,
    detail=texts,
    quantity=quantities,
    unit_price=st.none() | st.decimals(0, 10**6, places=6),
    discount=discounts,
    charge=st.sampled_from(ChargeType),
    term_months=st.none() | st.integers(1, 120),
)


@given(
    drawn=st.lists(lines, max_size=6, unique_by=lambda line: line.id),
    discount=st.none() | percents,
    rate=st.decimals("0.000001", 10**6, places=6),
    notes=texts,
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_comes_back_as_it_was_saved(stocked_store, drawn, discount, rate, notes):
    quote = a_quote(
        *drawn,
        id=uuid4(),
        number=f"Q-{uuid4()}",
        discount=discount,
        exchange=FrozenRate(rate, date(2026, 3, 1), "ECB"),
        notes=notes,
        document_discount=euros("1.23"),
        customer_id=ACME,
    )
    with stocked_store.writing(an_act()) as uow:
        saved = uow.quotes.save(quote, NOTHING_SHOWN)

    with stocked_store.reading() as unit:
        assert unit.quotes.get(quote.id) == saved
    assert saved == replace(quote, rev=saved.rev, version=1, owner=saved.owner)


class TestQuotes:
    def test_a_stale_quote_is_not_saved(self, stocked_store):
        with stocked_store.writing(an_act()) as uow:
            first = uow.quotes.save(a_quote(), NOTHING_SHOWN)
        with stocked_store.writing(an_act()) as uow:
            uow.quotes.save(replace(first, notes="a"), NOTHING_SHOWN)

        with pytest.raises(RecordChanged), stocked_store.writing(an_act()) as uow:
            uow.quotes.save(replace(first, notes="b"), NOTHING_SHOWN)

    def test_a_number_nobody_has_is_named(self, stocked_store):
        with stocked_store.reading() as unit, pytest.raises(QuoteNotFound):
            unit.quotes.by_number("Q-0")

    def test_a_draft_has_frozen_nothing(self, stocked_store):
        with stocked_store.writing(an_act()) as uow:
            saved = uow.quotes.save(a_quote(), NOTHING_SHOWN)

            assert uow.quotes.priced(saved.id) is None
            with pytest.raises(QuoteNotFound):
                uow.quotes.parties(saved.id)

    def test_a_deleted_draft_is_gone_with_its_lines(self, stocked_store):
        with stocked_store.writing(an_act()) as uow:
            saved = uow.quotes.save(a_quote(), NOTHING_SHOWN)
            uow.quotes.delete(saved)

        with stocked_store.reading() as unit, pytest.raises(QuoteNotFound):
            unit.quotes.get(saved.id)

    def test_keeps_a_percentage_with_six_decimals(self, stocked_store):
        third = Percent.of_points(Decimal("33.333333"))
        with stocked_store.writing(an_act()) as uow:
            saved = uow.quotes.save(a_quote(discount=third), NOTHING_SHOWN)

        with stocked_store.reading() as unit:
            assert unit.quotes.get(saved.id).discount == third

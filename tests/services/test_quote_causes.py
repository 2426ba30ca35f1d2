from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from app.kernel.money import Currency
from app.pricing.causes import Cause, Effect
from app.services import catalog, quotes
from app.services.quote_causes import causes
from app.services.quote_editor import priced
from tests.support.catalog import a_price
from tests.support.deals import a_draft, sent
from tests.support.stores import an_act


def revised(store, **facts):
    """Return both revisions priced: the first as it was sent, the second with its first line changed."""
    quote = sent(store, a_draft(store, ("A-1", "10"), ("B-2", "25")))
    with store.writing(an_act()) as uow:
        draft = quotes.revise(uow, an_act(), quote_id=quote.id)
        lines = (replace(draft.lines[0], **facts), *draft.lines[1:])
        draft = quotes.save_draft(uow, an_act(), quote=replace(draft, lines=lines))
    return quote.id, draft.id


def told(store, first, second):
    with store.reading() as unit:
        before, after = (priced(unit, quote_id=one).priced for one in (first, second))
        return causes(unit, before, after), after.totals.net - before.totals.net


def test_a_quantity_is_the_whole_difference(store):
    found, difference = told(store, *revised(store, quantity=Decimal(15)))

    assert found == (Effect(Cause.QUANTITY, 500_00),)
    assert difference == 500_00


def test_what_prices_became_since_is_told_by_itself(store):
    pair = revised(store, quantity=Decimal(15))
    with store.writing(an_act()) as uow:
        catalog.set_price(uow, an_act(), entry=a_price("110", id=UUID(int=77)))

    found, difference = told(store, *pair)

    assert found == (Effect(Cause.QUANTITY, 550_00), Effect(Cause.RULES, 100_00))
    assert difference == 650_00


def test_two_currencies_have_no_causes_in_money(store):
    first, second = revised(store, quantity=Decimal(15))
    with store.reading() as unit:
        before, after = (priced(unit, quote_id=one).priced for one in (first, second))
        dollars = replace(after, request=replace(after.request, currency=Currency.of("USD")))

        assert causes(unit, before, dollars) == ()

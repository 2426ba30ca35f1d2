from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.catalog.discount_schedule import TierKind
from app.catalog.product import ChargeType
from app.contracts.contract import ItemKind
from app.contracts.from_quote import NothingSold, QuoteNotAccepted, Signing, contract_of
from app.pricing.document import price
from app.quotes.lifecycle import QuoteState
from app.quotes.lines import LineRole
from app.quotes.pricing_request import Circumstances, pricing_request
from app.quotes.quote import Acceptance
from app.taxes.situation import TaxSituation
from tests.support.billing import BUYER, EUR, SELLER, euros, fresh_ids
from tests.support.catalog import a_schedule
from tests.support.pricing import an_article, rules
from tests.support.quotes import TODAY, a_line, a_quote, an_id

SIGNING = Signing("C-1", "hash", SELLER, BUYER)
YES = Acceptance("Anna", datetime(2026, 3, 9, tzinfo=UTC), date(2026, 3, 9), "e-mail", "PO 1")
CATALOG = (*an_article("100", "SKU-1"), *an_article("12", "SKU-2", term=1))


def contracted(*lines, catalog=CATALOG, state=QuoteState.ACCEPTED, **facts):
    quote = a_quote(*lines, state=state, acceptance=YES, customer_id=an_id(7), price_book="LIST", **facts)
    circumstances = Circumstances("C1", TaxSituation("DE", "DE"), EUR)
    priced = price(pricing_request(quote, circumstances), rules(*catalog))
    return contract_of(quote, priced, SIGNING, new_id=fresh_ids()), priced


class TestContractOf:
    def test_promises_exactly_what_was_offered(self):
        contract, priced = contracted(a_line(1, quantity="3", discount="7.5"), a_line(2))

        assert contract.total == priced.money(priced.totals.net)

    def test_spreads_the_lump_sum_over_the_items_to_the_cent(self):
        contract, priced = contracted(
            a_line(1, quantity="3"), a_line(1, quantity="4", id=an_id(5)), document_discount=euros("10.01")
        )

        assert [item.document_discount for item in contract.items] == [euros("4.29"), euros("5.72")]
        assert contract.total == priced.money(priced.totals.net) == euros("689.99")

    def test_each_band_of_a_slab_is_an_item_of_its_own(self):
        """domain.md section 5: tiers 1-10 0 %, 11-50 5 %, 51+ 10 %, 60 units at 100: slab 5,400 ... 5,700."""
        bands = a_schedule(("1", "0"), ("11", "5"), ("51", "10"), kind=TierKind.SLAB)
        contract, _ = contracted(a_line(1, quantity="60"), catalog=(*CATALOG, bands))

        assert [(item.quantity, item.amount) for item in contract.items] == [
            (10, euros("1000.00")),
            (40, euros("3800.00")),
            (10, euros("900.00")),
        ]
        assert contract.total == euros("5700.00")

    def test_what_is_printed_multiplies(self):
        contract, _ = contracted(a_line(1, quantity="7", unit_price=Decimal("0.333")))

        (item,) = contract.items
        assert round(item.quantity * item.unit_price / item.base_quantity, 2) == item.amount.amount

    def test_a_subscription_starts_on_the_agreed_day_else_on_acceptance(self):
        sold = a_line(2, charge=ChargeType.RECURRING)
        terms = a_quote().terms

        at_once, _ = contracted(sold)
        later, _ = contracted(sold, terms=replace(terms, starts_on=date(2026, 5, 1)))

        assert (at_once.starts_on, at_once.ends_on) == (date(2026, 3, 9), date(2027, 3, 8))
        assert (later.starts_on, later.ends_on) == (date(2026, 5, 1), date(2027, 4, 30))
        assert at_once.items[0].kind is ItemKind.SUBSCRIPTION

    def test_an_option_nobody_chose_is_not_contracted(self):
        contract, _ = contracted(a_line(1), a_line(2, role=LineRole.OPTIONAL))

        assert [item.sku for item in contract.items] == ["SKU-1"]

    def test_remembers_where_it_came_from(self):
        contract, _ = contracted(a_line(1))

        assert (contract.quote_number, contract.quote_hash) == ("Q-2026-00001", "hash")
        assert contract.buyer_reference == "PO 1"

    def test_only_an_accepted_quote_becomes_one(self):
        with pytest.raises(QuoteNotAccepted):
            contracted(a_line(1), state=QuoteState.SENT)

    def test_nothing_in_the_total_is_no_contract(self):
        with pytest.raises(NothingSold):
            contracted(a_line(1, role=LineRole.OPTIONAL))

    def test_is_dated_by_the_acceptance(self):
        contract, _ = contracted(a_line(1))

        assert contract.signed_on == date(2026, 3, 9)
        assert contract.signed_on > TODAY

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.catalog.product import SupplyKind, TaxClass
from app.catalog.reduction import amount_off, percent_off
from app.company.policies import RoundingPolicy
from app.customers.tax_status import BuyerKind
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.pricing.plain.request import request_from_plain, request_to_plain
from app.pricing.plain.values import PlainUnreadable
from app.pricing.request import ExchangeRate, RequestGroup
from app.taxes.situation import TaxSituation
from tests.support.pricing import DAY, HALF_A_YEAR, a_line, a_request

SMALLEST = {
    "on": "2026-07-01",
    "currency": "EUR",
    "book": "LIST",
    "taxes": {"seller_country": "DE", "buyer_country": "DE"},
    "lines": [{"key": "1", "sku": "A-1", "quantity": "10"}],
}


def changed(**members):
    return {**SMALLEST, **members}


class TestRoundTrip:
    def test_a_request_with_everything_set_comes_back(self):
        line = a_line(
            "2.5",
            key="1",
            unit="XBX",
            group="G",
            in_total=False,
            manual_price="9.99",
            discount=amount_off("1.5", "EUR"),
            period=HALF_A_YEAR,
            owned="3",
            tax_class=TaxClass.REDUCED,
            supply=SupplyKind.SERVICE,
            cost="4",
        )
        request = a_request(
            line,
            customer="C1",
            groups=(RequestGroup("G", percent_off("7.5")), RequestGroup("H")),
            policies={"rounding": RoundingPolicy.UNIT, "cash_step": Decimal("0.05")},
            discount="3",
            document_discount="12.34",
            partner="8",
            distributor="2",
            period=HALF_A_YEAR,
            tax_date=date(2026, 7, 2),
            exchange=ExchangeRate(Currency.of("CHF"), Decimal("0.95"), DAY, "ECB"),
            allow_returns=True,
            codes=("SPRING",),
            taxes=TaxSituation(
                "DE",
                "US",
                "BY",
                True,
                "CA",
                "US1",
                BuyerKind.CONSUMER,
                "X",
                "CH",
                "ZH",
                frozenset({"FR", "US-CA"}),
                True,
            ),
        )

        assert request_from_plain(parse_json(canonical_json(request_to_plain(request)))) == request

    def test_what_is_left_out_has_its_default(self):
        assert request_from_plain(SMALLEST) == a_request(a_line("10", key="1"))

    def test_an_explicit_zero_discount_is_kept(self):
        request = a_request(a_line(discount=percent_off(0)), discount="0")

        assert request_from_plain(request_to_plain(request)) == request

    def test_policies_at_their_default_are_not_written(self):
        assert "policies" not in request_to_plain(a_request(a_line()))


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("plain", "where"),
        [
            ([], "$"),
            (changed(on="1.7.2026"), "on"),
            (changed(currency="XYZ"), "$"),
            (changed(lines=[{"key": "1", "quantity": "NaN"}]), "lines[0].quantity"),
            (changed(lines=[{"key": "1", "quantity": "1e999"}]), "lines[0].quantity"),
            (changed(lines=[{"key": "1", "quantity": "1,5"}]), "lines[0].quantity"),
            (changed(lines=[{"key": "1", "quantity": 1.5}]), "lines[0].quantity"),
            (changed(lines=["A-1"]), "lines[0]"),
            (changed(lines={}), "lines"),
            (changed(lines=[{"key": "1", "quantity": "1"}] * 2), "lines"),
            (changed(exchange={"company_currency": "CHF", "rate": "0", "on": "2026-07-01"}), "exchange"),
            (changed(discount="101"), "discount"),
            (changed(partner="-1"), "partner"),
            (changed(period={"first": "2026-01-02", "last": "2026-01-01"}), "period"),
            (changed(policies={"rounding": "down"}), "$"),
            (changed(taxes={"seller_country": "DE"}), "taxes.buyer_country"),
            (changed(allow_returns="yes"), "allow_returns"),
        ],
    )
    def test_the_field_is_named(self, plain, where):
        with pytest.raises(PlainUnreadable) as refused:
            request_from_plain(plain)
        assert refused.value.params["where"] == where

    def test_a_request_that_cannot_be_read_back_is_written_all_the_same(self):
        request = replace(a_request(a_line("NaN")), discount=Percent(Decimal(0)))

        assert request_to_plain(request)["lines"][0]["quantity"] == "NaN"

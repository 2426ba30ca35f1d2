from datetime import date
from decimal import Decimal

from app.catalog.product import ChargeType, SupplyKind, TaxClass
from app.exchange.records.products import PRODUCTS
from app.exchange.values.taxes import TaxMark
from tests.support.imports import parsed, problems

HEADER = "sku,name,price,currency"


class TestProducts:
    def test_reads_everything_a_product_has(self):
        (row,) = parsed(
            PRODUCTS,
            f"{HEADER},tax,unit,cost,category,description,supply,charge,term,exemption,sell_from,sell_to\n"
            'A,Care,12.00,eur,reduced 7,Monat,5.5, Service / Care ,"one\ntwo",'
            "service,Abo,12,VATEX-EU-132,2026-01-01,2026-12-31\n",
        ).rows
        assert (row.currency, row.unit, row.cost, row.category) == (
            "EUR",
            "MON",
            Decimal("5.5"),
            "Service/Care",
        )
        assert row.tax == TaxMark(TaxClass.REDUCED, Decimal(7))
        assert (row.supply, row.charge, row.term) == (SupplyKind.SERVICE, ChargeType.RECURRING, 12)
        assert (row.sell_from, row.sell_to) == (date(2026, 1, 1), date(2026, 12, 31))
        assert row.description == "one\ntwo"

    def test_refuses_days_in_the_wrong_order(self):
        found = parsed(
            PRODUCTS,
            f"{HEADER},sell_from,sell_to\nA,x,1,EUR,2026-01-02,2026-01-01\nB,x,1,EUR,2026-01-01,2026-01-01\n",
        )
        assert problems(found) == [(2, "sell_to", "catalog.validity_reversed")]

    def test_refuses_negative_prices_and_takes_free_ones(self):
        found = parsed(PRODUCTS, f"{HEADER}\nA,x,-1,EUR\nB,x,0,EUR\n")
        assert problems(found) == [(2, "price", "numbers.out_of_range")]

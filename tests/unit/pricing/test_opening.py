"""domain.md section 4, steps 0 and 1: list price, contracted price, the rep's own price."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from app.catalog.contracted_price import FixedPrice
from app.catalog.reduction import amount_off, percent_off
from app.kernel.money import Currency
from app.kernel.quantity import Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.reasons import Reason, Refused, StepKind
from tests.support.catalog import (
    EUR,
    a_book,
    a_contracted_price,
    a_price,
    a_product,
    a_promotion,
    a_schedule,
    valid,
)
from tests.support.pricing import (
    HALF_A_YEAR,
    a_line,
    a_request,
    amounts,
    an_article,
    codes,
    net_of,
    priced,
    priced_line,
    step_of,
)

USD = Currency.of("USD")

BIKE = an_article(category="Bikes/Road")


class TestListPrice:
    @pytest.mark.parametrize(
        ("entries", "price"),
        [
            ([("90", "", ""), ("100", "2026-07-01", "")], "100"),
            ([("90", "", ""), ("100", "2026-07-02", "")], "90"),
            ([("90", "", "2026-07-01"), ("80", "", "2026-06-30")], "90"),
        ],
    )
    def test_the_newest_that_is_valid_on_the_day(self, entries, price):
        rows = [a_price(amount, validity=valid(first, last)) for amount, first, last in entries]

        assert net_of(priced_line(a_line(), a_product(), *rows)) == price

    def test_the_book_of_the_request(self):
        rows = (a_price("100"), a_price("70", book="REP"))

        assert net_of(priced_line(a_line(), a_product(), *rows, a_book("REP"), book="REP")) == "70"

    def test_a_tie_is_named(self):
        rows = (a_price("100", id=UUID(int=2)), a_price("70", id=UUID(int=1)))

        step = step_of(priced_line(a_line(), a_product(), *rows), StepKind.LIST)

        assert step.after == (70, 1)
        assert [refusal.reason for refusal in step.refused] == [Refused.TIED_HIGHER_CODE]

    def test_a_product_without_a_price_is_a_finding_and_counts_nothing(self):
        line = priced_line(a_line(), a_product())

        assert codes(line) == ["pricing.no_list_price"]
        assert (line.amount, line.in_total, line.parts) == (0, False, ())

    def test_a_product_nobody_knows_is_a_finding(self):
        assert codes(priced_line(a_line(sku="NOBODY"))) == ["pricing.unknown_product"]

    def test_a_price_of_zero_is_a_price(self):
        assert codes(priced_line(a_line(), *an_article("0"))) == []

    def test_an_ended_product_is_priced_with_a_warning(self):
        line = priced_line(a_line(), *an_article(sellable=valid("", "2026-06-30")))

        assert codes(line) == ["pricing.not_sellable_on_date"]
        assert (line.amount, line.in_total) == (10000, True)


class TestBooks:
    @pytest.mark.parametrize(
        ("book", "code"),
        [
            ("NONE", "pricing.unknown_price_book"),
            ("US", "pricing.price_book_currency"),
            ("OLD", "pricing.price_book_not_valid"),
        ],
    )
    def test_a_book_that_does_not_fit_is_a_finding_of_the_document(self, book, code):
        books = (a_book("US", "USD"), a_book("OLD", validity=valid("", "2026-06-30")))

        document = priced(a_request(a_line(), book=book), *an_article(), *books)

        assert [finding.code for finding in document.findings] == [code]
        assert codes(document.lines[0]) == ["pricing.no_list_price"]


class TestContractedPrice:
    def test_stands_in_place_of_the_list_price(self):
        line = priced_line(a_line(), *BIKE, a_contracted_price(terms="80"), customer="C1")

        assert amounts(line) == ["100", "80"]
        assert step_of(line, StepKind.SPECIAL).reason is Reason.CONTRACTED_FOR_PRODUCT

    @pytest.mark.parametrize(
        ("terms", "net"),
        [(percent_off(15), "85"), (amount_off("0.5", "EUR"), "99.5")],
        ids=["percent", "amount"],
    )
    def test_may_be_a_discount_of_the_list_price(self, terms, net):
        assert net_of(priced_line(a_line(), *BIKE, a_contracted_price(terms=terms), customer="C1")) == net

    def test_belongs_to_its_customer(self):
        assert amounts(priced_line(a_line(), *BIKE, a_contracted_price(), customer="C2")) == ["100"]

    def test_product_before_nearer_category_before_farther_then_the_newest_then_the_lower_code(self):
        prices = [
            a_contracted_price("FAR", category="Bikes"),
            a_contracted_price("NEAR", category="Bikes/Road"),
            a_contracted_price("OLD", validity=valid("2025-01-01")),
            a_contracted_price("NEW-B", validity=valid("2026-01-01")),
            a_contracted_price("NEW-A", "70", validity=valid("2026-01-01")),
            a_contracted_price("NEXT", validity=valid("2027-01-01")),
        ]

        step = step_of(priced_line(a_line(), *BIKE, *prices, customer="C1"), StepKind.SPECIAL)

        assert step.rule == "NEW-A"
        assert {refusal.rule: refusal.reason for refusal in step.refused} == {
            "NEW-B": Refused.TIED_HIGHER_CODE,
            "OLD": Refused.OLDER,
            "NEAR": Refused.LESS_SPECIFIC,
            "FAR": Refused.LESS_SPECIFIC,
            "NEXT": Refused.NOT_VALID_ON_DATE,
        }

    def test_a_category_serves_where_the_product_has_none(self):
        line = priced_line(a_line(), *BIKE, a_contracted_price(category="Bikes"), customer="C1")

        assert step_of(line, StepKind.SPECIAL).reason is Reason.CONTRACTED_FOR_CATEGORY

    @pytest.mark.parametrize(
        "terms",
        [
            FixedPrice(Decimal(1), USD),
            amount_off(1, "USD"),
        ],
    )
    def test_of_another_currency_is_refused_and_named(self, terms):
        line = priced_line(a_line(), *BIKE, a_contracted_price(terms=terms), customer="C1")

        step = step_of(line, StepKind.SPECIAL)
        assert (net_of(line), step.reason) == ("100", Reason.NO_RULE_APPLIES)
        assert [refusal.reason for refusal in step.refused] == [Refused.OTHER_CURRENCY]

    def test_stands_alone_where_the_book_has_no_price(self):
        line = priced_line(a_line(), a_product(), a_contracted_price(terms="80"), customer="C1")

        assert (net_of(line), line.list_amount, codes(line)) == ("80", 8000, [])
        assert step_of(line, StepKind.LIST).reason is Reason.LIST_IS_CONTRACTED

    def test_a_discount_cannot_stand_without_a_list_price(self):
        line = priced_line(a_line(), a_product(), a_contracted_price(terms=percent_off(5)), customer="C1")

        assert codes(line) == ["pricing.no_list_price"]

    def test_is_restated_for_the_list_prices_base_quantity_and_term(self):
        terms = FixedPrice(Decimal("0.10"), EUR, base_quantity=Decimal(1), term_months=1)
        article = an_article("100", term=12, base_quantity=Decimal(100))

        line = priced_line(
            a_line("100"), *article, a_contracted_price(terms=terms), customer="C1", period=HALF_A_YEAR
        )

        assert amounts(line) == ["100", "120", "60"]


class TestManualPrice:
    def test_stands_in_place_of_steps_1_to_3_and_names_the_rules_it_silences(self):
        rules = (
            a_contracted_price("DEAL"),
            a_promotion("SPRING"),
            a_schedule(("1", "10")),
        )

        line = priced_line(a_line(manual_price="77"), *BIKE, *rules, customer="C1")

        step = step_of(line, StepKind.SPECIAL)
        assert (amounts(line), step.reason) == (["100", "77"], Reason.MANUAL_PRICE)
        assert {refusal.rule for refusal in step.refused} == {"DEAL", "SPRING", "VOLUME"}
        assert {refusal.reason for refusal in step.refused} == {Refused.MANUAL_PRICE}

    def test_is_prorated_and_discounted_like_any_price(self):
        line = a_line(manual_price="80", discount=percent_off(50))

        assert net_of(priced_line(line, *an_article(term=12), period=HALF_A_YEAR)) == "20"

    def test_is_the_list_price_where_there_is_none(self):
        line = priced_line(a_line(manual_price="80"), a_product())

        assert (net_of(line), line.list_amount, codes(line)) == ("80", 8000, [])
        assert step_of(line, StepKind.LIST).reason is Reason.LIST_IS_MANUAL

    def test_prices_a_free_line(self):
        line = priced_line(a_line("2", sku="", key="1", manual_price="12.50"))

        assert (line.amount, line.unit, line.tax.rate.points) == (2500, "C62", 19)

    def test_a_free_line_without_one_is_a_finding(self):
        assert codes(priced_line(a_line(sku="", key="1"))) == ["pricing.price_missing"]

    @pytest.mark.parametrize("price", ["-0.01", "NaN", "Infinity", "0.0000001"])
    def test_a_number_that_is_no_price_is_a_finding(self, price):
        line = priced_line(a_line(manual_price=price), *BIKE)

        assert codes(line) == ["pricing.number_refused"]
        assert (line.amount, line.in_total) == (0, False)


class TestUnits:
    BOX_OF_12 = (Conversion(Unit("XBX"), Unit("C62"), Ratio(12)),)

    def test_a_price_per_piece_is_shown_per_box(self):
        line = priced_line(a_line("2", unit="XBX"), *an_article("1.25", conversions=self.BOX_OF_12))

        assert (net_of(line), line.amount, line.unit) == ("15", 3000, "XBX")

    def test_a_price_per_box_is_exact_per_piece(self):
        product, entry = an_article("1", conversions=self.BOX_OF_12)

        line = priced_line(a_line("12"), product, replace(entry, unit=Unit("XBX")))

        assert (net_of(line), line.amount) == ("1/12", 100)

    def test_general_units_convert_without_being_told(self):
        line = priced_line(a_line("30", unit="MIN"), *an_article("120", unit=Unit("HUR")))

        assert (net_of(line), line.amount) == ("2", 6000)

    def test_a_unit_nothing_converts_is_a_finding(self):
        assert codes(priced_line(a_line(unit="KGM"), *BIKE)) == ["pricing.unit_not_convertible"]

    def test_a_unit_nobody_knows_is_a_finding(self):
        assert codes(priced_line(a_line(unit="QQQ"), *BIKE)) == ["pricing.unit_not_convertible"]

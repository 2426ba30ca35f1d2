from decimal import Decimal

from app.catalog.product import Cost
from app.catalog.selector import Selector
from app.pricing.document import price
from app.pricing.rules import HEADERS_KEPT, PriceRules, RuleSet
from tests.support.catalog import (
    EUR,
    a_book,
    a_contracted_price,
    a_product,
    a_promotion,
    a_schedule,
    valid,
)
from tests.support.pricing import DAY, RATES, a_line, a_request, an_article, net_of, rules


class TestShelf:
    def test_holds_every_rule_that_names_the_product_from_near_to_far(self):
        near, far = Selector.of(categories=["A/B"]), Selector.of(categories=["A"])
        index = rules(
            *an_article(category="A/B"),
            a_schedule(("1", "1"), code="ALL"),
            a_schedule(("1", "1"), code="FAR", selector=far),
            a_schedule(("1", "1"), code="NEAR", selector=near),
            a_schedule(("1", "1"), code="OWN", selector=Selector.of(skus=["A-1"])),
            a_schedule(("1", "1"), code="OTHER", selector=Selector.of(skus=["B-2"])),
        )

        assert [ladder.code for _rank, ladder in index.shelf("A-1", "").volume] == [
            "OWN",
            "NEAR",
            "FAR",
            "ALL",
        ]

    def test_holds_a_customers_rules_for_that_customer_only(self):
        theirs = a_promotion("THEIRS", selector=Selector.of(customers=["C1"]))
        index = rules(*an_article(), theirs, a_promotion("ALL"))

        assert [offer.code for offer in index.shelf("A-1", "C1").offers] == ["ALL", "THEIRS"]
        assert [offer.code for offer in index.shelf("A-1", "C2").offers] == ["ALL"]

    def test_does_not_exist_for_a_product_nobody_knows(self):
        assert rules().shelf("A-1", "") is None

    def test_has_the_newest_cost_first(self):
        costs = (Cost(Decimal(1), EUR), Cost(Decimal(2), EUR, valid("2026-01-01")))

        assert [cost.amount for cost in rules(a_product(costs=costs)).shelf("A-1", "").costs] == [
            (2, 1),
            (1, 1),
        ]


class TestOrder:
    def test_the_order_in_which_rules_were_loaded_changes_nothing(self):
        product, entry = an_article(category="X")
        schedules = tuple(a_schedule(("1", str(at)), code=f"S{at}") for at in range(5))
        promotions = tuple(a_promotion(f"P{at}", str(at)) for at in range(5))
        agreed = tuple(a_contracted_price(f"K{at}", str(90 - at)) for at in range(5))
        request = a_request(a_line(), customer="C1")
        there, back = (
            PriceRules(
                RuleSet(
                    (product,),
                    (a_book(),),
                    (entry,),
                    agreed[::way],
                    schedules[::way],
                    promotions[::way],
                    RATES,
                )
            )
            for way in (1, -1)
        )

        assert price(request, there) == price(request, back)


class TestRecent:
    def test_remembers_what_was_found_for_a_header(self):
        index = rules()

        assert index.recent("one") is index.recent("one")

    def test_keeps_those_asked_for_last(self):
        index = rules()
        first, second = index.recent(0), index.recent(1)

        for header in range(2, HEADERS_KEPT):
            index.recent(header)
        assert index.recent(0) is first

        index.recent(HEADERS_KEPT)
        assert index.recent(0) is first
        assert index.recent(1) is not second

    def test_changes_no_answer(self):
        index = rules(*an_article(), a_promotion(validity=valid("2026-07-02")))
        request = a_request(a_line())
        later = a_request(a_line(), on=DAY.replace(day=2))

        answers = [price(one, index) for one in (request, later, request, later)]

        assert [net_of(answer.lines[0]) for answer in answers] == ["100", "90", "100", "90"]

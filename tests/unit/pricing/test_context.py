from app.catalog.reduction import amount_off
from app.company.policies import RoundingPolicy
from app.pricing.context import Context
from app.pricing.reasons import Reason, StepKind
from app.pricing.request import RequestGroup
from tests.support.catalog import a_book
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced, rules


class TestContext:
    def test_the_price_scale_is_the_books_or_the_policys(self):
        scales = [
            Context(
                a_request(book=book, policies={"price_scale_offset": 1}), rules(a_book("FINE", price_scale=6))
            )
            for book in ("LIST", "FINE")
        ]

        assert [context.price_scale for context in scales] == [3, 6]

    def test_the_documents_settings_are_read_once(self):
        request = a_request(partner="8", policies={"rounding": RoundingPolicy.UNIT}, currency="EUR")

        context = Context(request, rules())

        assert (context.rounds_unit, context.smallest) == (True, 100)
        assert [(move.kind, move.value) for move in context.partners] == [(StepKind.PARTNER, (2, 25))]

    def test_a_discount_of_a_group_in_another_currency_is_a_finding_and_not_taken(self):
        groups = (RequestGroup("G", amount_off(1, "USD")),)

        document = priced(a_request(a_line(group="G"), groups=groups, discount="5"), *an_article())

        assert [(finding.code, finding.where) for finding in document.findings] == [
            ("pricing.discount_currency", "groups[G].discount")
        ]
        assert document.totals.net == 9500

    def test_a_span_is_measured_in_terms_of_the_price_and_in_months(self):
        context = Context(a_request(), rules())

        assert context.proration_of(HALF_A_YEAR, 12).value == (1, 2)
        assert context.proration_of(HALF_A_YEAR, 12) is context.proration_of(HALF_A_YEAR, 12)
        assert context.proration_of(None, 12).reason is Reason.ONE_PRICE_TERM
        assert context.months_of(HALF_A_YEAR) == (6, 1)

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.kernel.money import Currency
from app.kernel.period import Period
from app.quotes.exchange_rate import FrozenRate
from app.quotes.lines import LineRole
from app.quotes.pricing_request import Circumstances, pricing_request, service_period
from app.taxes.situation import TaxSituation
from tests.support.quotes import TODAY, a_heading, a_line, a_quote, an_id

HERE = Circumstances("C1", TaxSituation("DE", "DE"), Currency.of("EUR"))


class TestPricingRequest:
    def test_asks_for_the_products_in_their_groups(self):
        heading = replace(a_heading(2), discount=a_line(9, discount="5").discount)
        asked = pricing_request(a_quote(a_line(1), heading, a_line(3, discount="0")), HERE)

        assert [(line.sku, line.group) for line in asked.lines] == [("SKU-1", ""), ("SKU-3", str(an_id(2)))]
        assert [group.discount for group in asked.groups] == [heading.discount]

    def test_options_count_only_once_they_are_chosen(self):
        quote = a_quote(a_line(1), a_line(2, role=LineRole.OPTIONAL), a_line(3, role=LineRole.ALTERNATIVE))
        chosen = replace(HERE, options=frozenset({an_id(3)}))

        assert [line.in_total for line in pricing_request(quote, HERE).lines] == [True, False, False]
        assert [line.in_total for line in pricing_request(quote, chosen).lines] == [True, False, True]

    def test_needs_no_rate_in_the_companys_currency(self):
        assert pricing_request(a_quote(a_line(1)), HERE).exchange is None

    def test_carries_the_frozen_rate_to_the_companys_currency(self):
        quote = a_quote(a_line(1), exchange=FrozenRate(Decimal("0.95"), TODAY, "ECB"))
        swiss = replace(HERE, company_currency=Currency.of("CHF"))

        rate = pricing_request(quote, swiss).exchange

        assert (rate.company_currency.code, rate.rate, rate.on, rate.source) == (
            "CHF",
            Decimal("0.95"),
            TODAY,
            "ECB",
        )


class TestServicePeriod:
    def test_runs_for_the_quotes_term_from_the_agreed_day(self):
        quote = a_quote(a_line(1))
        later = replace(quote, terms=replace(quote.terms, starts_on=date(2026, 5, 1), term_months=6))

        assert service_period(quote, None) == Period.of_months(TODAY, 12)
        assert service_period(later, None) == Period.of_months(date(2026, 5, 1), 6)

    def test_the_lines_own_term_goes_first(self):
        line = a_line(1, term_months=3)

        assert service_period(a_quote(line), line) == Period.of_months(TODAY, 3)

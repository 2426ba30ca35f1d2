from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.company.company import Company
from app.kernel.address import NOWHERE
from app.kernel.findings import Severity
from app.kernel.money import Currency
from app.quotes.checks import checks
from app.quotes.exchange_rate import FrozenRate
from app.quotes.lines import LineKind, LineRole, QuoteLine
from tests.support.company import a_seller
from tests.support.customers import a_customer
from tests.support.pricing import a_line as a_priced_line
from tests.support.pricing import a_request, an_article, priced
from tests.support.quotes import TODAY, a_line, a_quote, an_id

COMPANY = Company(UUID(int=1), a_seller())
BUYER = a_customer()
READY = a_quote(a_line(1, name="Anvil"), customer_id=an_id(7))
PRICED = priced(a_request(a_priced_line()), *an_article())


def found(quote=READY, *, customer=BUYER, answer=PRICED):
    return checks(quote, answer, company=COMPANY, customer=customer)


def codes(*args, **kwargs):
    return [finding.code for finding in found(*args, **kwargs)]


class TestChecks:
    def test_a_complete_quote_has_no_finding(self):
        assert codes() == []

    @pytest.mark.parametrize(
        ("quote", "customer", "code"),
        [
            (READY, None, "quotes.customer_missing"),
            (READY, a_customer(active=False), "quotes.customer_inactive"),
            (READY, a_customer(billing=NOWHERE), "quotes.customer_address_missing"),
            (
                replace(READY, valid_until=TODAY - timedelta(days=1)),
                a_customer(),
                "quotes.validity_before_date",
            ),
            (replace(READY, currency=Currency.of("USD")), a_customer(), "quotes.exchange_rate_missing"),
            (replace(READY, lines=()), a_customer(), "quotes.no_lines"),
            (replace(READY, lines=(a_line(1),)), a_customer(), "quotes.name_missing"),
        ],
    )
    def test_names_what_is_missing(self, quote, customer, code):
        assert codes(quote, customer=customer) == [code]

    def test_a_validity_that_ends_today_is_fine(self):
        assert codes(replace(READY, valid_until=TODAY)) == []

    def test_a_rate_with_its_source_is_enough_for_another_currency(self):
        foreign = replace(READY, currency=Currency.of("USD"), exchange=FrozenRate(source="ECB", on=TODAY))

        assert codes(foreign) == []

    def test_an_sku_nobody_knows_blocks_and_names_its_line(self):
        odd = QuoteLine(an_id(2), kind=LineKind.PRODUCT, sku="NOPE", name="?")

        (finding,) = found(replace(READY, lines=(*READY.lines, odd)))

        assert (finding.code, finding.severity) == ("quotes.unknown_sku", Severity.BLOCKER)
        assert finding.where == f"lines[{odd.id}].sku"

    def test_options_alone_are_no_offer(self):
        only = replace(READY.lines[0], role=LineRole.OPTIONAL)

        assert codes(replace(READY, lines=(only,))) == ["quotes.no_lines"]

    def test_warns_of_an_offer_below_its_cost(self):
        losing = priced(a_request(a_priced_line(cost="100.01")), *an_article("100"))

        assert codes(answer=losing) == ["quotes.below_cost"]

    def test_blockers_stand_first(self):
        both = found(READY, customer=None, answer=priced(a_request()))

        severities = [finding.severity for finding in both]
        assert severities == sorted(severities, key=lambda one: one is not Severity.BLOCKER)

from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.discount_schedule import TierKind
from app.catalog.reduction import percent_off
from app.company.policies import Policies, RoundingPolicy
from app.i18n.formats import formats
from app.i18n.price_words import reason_sentence, refused_sentence, rule_word, step_word, winner_word
from app.kernel.percent import Percent
from app.pricing.inverse import BetterTier
from app.pricing.reasons import Reason, Refused, StepKind
from tests.support.catalog import a_promotion, a_schedule, valid
from tests.support.pricing import an_article
from tests.support.quotes import a_heading, a_line, a_quote
from tests.support.ui_quotes import priced_by
from ui.quotes.waterfalls import waterfall


def shown(quote, *things, at=0):
    return waterfall(quote.product_lines[at], priced_by(quote, *things), formats("en"))


def changes(one) -> list[Decimal]:
    return [Decimal(step.change.replace("\N{MINUS SIGN}", "-")) for step in one.steps if step.change]


def test_a_cliff_is_named_with_what_it_saves():
    quote = a_quote(a_line(1, quantity="9"))
    things = (*an_article("100", "SKU-1"), a_schedule(("1", "10"), ("10", "20")))
    tier = BetterTier(Decimal(10), 800_00, 10_00)

    found = waterfall(quote.product_lines[0], priced_by(quote, *things), formats("en"), [tier])

    assert found.note.splitlines()[-1] == "10 instead of 9 cost €10.00 less"


class TestSteps:
    def test_of_the_law_are_shown_in_their_order(self):
        quote = replace(
            a_quote(a_line(1, quantity="10", discount="5", term_months=6)),
            partner=Percent.of_points(8),
            distributor=Percent.of_points(2),
        )

        found = shown(quote, *an_article("100", "SKU-1", term=12), a_schedule(("10", "10")))

        assert [(step.text, step.after) for step in found.steps] == [
            ("List price", "100.00"),
            ("Volume", "90.00"),
            ("Proration", "45.00"),
            ("Regular price", "45.00"),
            ("Additional discount", "42.75"),
            ("Customer price", "42.75"),
            ("Partner", "39.33"),
            ("Distributor", "38.5434"),
            ("Net price", "38.5434"),
        ]

    def test_add_up_to_the_net_price(self):
        quote = replace(a_quote(a_line(1, discount="33.333333", term_months=7)), partner=Percent.of_points(7))

        found = shown(quote, *an_article("99.99", "SKU-1", term=12))

        first, last = found.steps[0], found.steps[-1]
        assert Decimal(first.after) + sum(changes(found)) == Decimal(last.after)

    def test_of_a_slab_are_shown_band_by_band(self):
        schedule = a_schedule(("1", "10"), ("10", "20"), ("20", "30"), kind=TierKind.SLAB)

        found = shown(a_quote(a_line(1, quantity="30")), *an_article("100", "SKU-1"), schedule)

        assert [step.text for step in found.steps if step.text.startswith("List")] == [
            "List price of 9",
            "List price of 10",
            "List price of 11",
        ]
        assert len(found.note.splitlines()) == 3

    def test_show_the_rounding_of_a_unit_price(self):
        quote = replace(
            a_quote(a_line(1, discount="33.3333")), policies=Policies(rounding=RoundingPolicy.UNIT)
        )

        found = shown(quote, *an_article("10", "SKU-1"))

        assert "Rounding" in [step.text for step in found.steps]
        assert Decimal("10.00") + sum(changes(found)) == Decimal(found.steps[-1].after)

    def test_name_rule_version_and_reason(self):
        found = shown(
            a_quote(a_line(1, quantity="12")), *an_article("100", "SKU-1"), a_schedule(("10", "10"))
        )

        assert [step.rule for step in found.steps][:2] == [
            "Price book LIST, v1",
            "10% from 10 · VOLUME, v1",
        ]


class TestRefused:
    def test_rules_are_named_with_the_reason(self):
        old = a_promotion("WINTER", "10", validity=valid("2020-01-01", "2020-02-01"))
        worse = a_promotion("SPRING", "5")
        better = a_promotion("SUMMER", "8")

        found = shown(a_quote(a_line(1)), *an_article("100", "SKU-1"), old, worse, better)

        assert {(one.rule, one.reason) for one in found.refused} == {
            ("Promotion WINTER", "Not valid on the price date"),
            ("Promotion SPRING", "SUMMER gives the better price"),
        }

    def test_a_farther_discount_is_said_to_be_farther(self):
        heading = replace(a_heading(9), discount=percent_off(4))

        found = shown(a_quote(heading, a_line(1, discount="5")), *an_article("100", "SKU-1"))

        assert [(one.rule, one.reason) for one in found.refused] == [
            ("Discount on the section", "The discount on the line stands nearer")
        ]


def test_the_note_says_how_the_price_becomes_the_amount():
    found = shown(a_quote(a_line(1, quantity="25")), *an_article("38.5434", "SKU-1"))

    assert found.note == "25 × 38.5434 = €963.59, rounded once, on the line"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason):
    assert reason_sentence(f"pricing.reason.{reason.value}")


@pytest.mark.parametrize("refused", Refused)
def test_every_refusal_has_a_sentence(refused):
    assert refused_sentence(f"pricing.refused.{refused.value}")


@pytest.mark.parametrize("kind", StepKind)
def test_every_step_has_a_name(kind):
    assert step_word(kind)


def test_discounts_are_no_codes():
    assert (rule_word("quote"), rule_word("VOLUME")) == ("Discount on the quote", "VOLUME")
    assert (winner_word("line"), winner_word("VOLUME")) == ("line", "VOLUME")

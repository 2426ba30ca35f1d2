import pytest

from app.catalog.reduction import amount_off, percent_off
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.pricing.plain import of_plain, to_plain
from app.pricing.plain.values import PlainUnreadable
from tests.support.catalog import a_promotion, a_schedule
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced


def stored(document):
    """What comes back from canonical JSON, as a row keeps it."""
    return of_plain(parse_json(canonical_json(to_plain(document))))


def a_rich_document():
    lines = [
        a_line("10", key="1", discount=percent_off(5)),
        a_line("3", key="2", discount=amount_off(1, "EUR"), in_total=False),
        a_line("0.333333", key="3", manual_price="7.77", cost="5"),
        a_line("1", "UNKNOWN", key="4"),
    ]
    request = a_request(*lines, partner="8", period=HALF_A_YEAR, document_discount="1.50")
    rules = (a_schedule(("20", "5")), a_promotion("LATE", selector=a_promotion().selector))
    return priced(request, *an_article("38.5434", term=7), *rules)


class TestPlain:
    def test_a_priced_document_comes_back_as_it_was_stored(self):
        document = a_rich_document()

        assert stored(document) == document

    def test_says_which_version_of_the_form_it_is(self):
        assert to_plain(a_rich_document())["schema"] == "priced-document/1"

    def test_a_form_of_a_newer_program_is_refused(self):
        with pytest.raises(PlainUnreadable):
            of_plain(to_plain(a_rich_document()) | {"schema": "priced-document/2"})

    @pytest.mark.parametrize(
        ("damage", "where"),
        [
            (lambda plain: plain["result"].pop("totals"), "result.totals.list_amount"),
            (lambda plain: plain["result"]["lines"][0].pop("amount"), "result.lines[0].amount"),
            (
                lambda plain: plain["result"]["lines"][0]["parts"][0]["steps"][0].pop("after"),
                "result.lines[0].parts[0].steps",
            ),
            (
                lambda plain: plain["result"]["lines"][0]["parts"][0]["steps"][1].update(before="1"),
                "result.lines[0].parts[0].steps",
            ),
            (lambda plain: plain["request"].pop("on"), "on"),
            (lambda plain: plain.update(result=7), "result"),
        ],
    )
    def test_what_is_damaged_is_named(self, damage, where):
        plain = to_plain(a_rich_document())
        damage(plain)

        with pytest.raises(PlainUnreadable) as refused:
            of_plain(plain)
        assert refused.value.params["where"] == where

import pytest

from app.catalog.reduction import amount_off, percent_off
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.pricing.plain import of_plain, to_plain
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced


def stored(document):
    """What comes back from canonical JSON, as a row keeps it."""
    return of_plain(parse_json(canonical_json(to_plain(document))))


class TestPlain:
    def test_a_priced_document_comes_back_as_it_was_stored(self):
        lines = [
            a_line("10", key="1", discount=percent_off(5)),
            a_line("3", key="2", discount=amount_off(1, "EUR"), in_total=False),
            a_line("0.333333", key="3", manual_price="7.77"),
        ]
        document = priced(a_request(*lines, partner="8", period=HALF_A_YEAR), *an_article("38.5434", term=12))

        assert stored(document) == document

    def test_findings_come_back_with_their_facts(self):
        document = priced(a_request(a_line(sku="NOBODY-KNOWS")))

        assert [one.code for one in stored(document).all_findings] == [
            one.code for one in document.all_findings
        ]
        assert document.all_findings

    def test_a_field_that_is_missing_is_named(self):
        written = dict(to_plain(priced(a_request(a_line()), *an_article())))
        del written["totals"]

        with pytest.raises(TypeError, match="totals"):
            of_plain(written)

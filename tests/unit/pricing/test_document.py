from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.discount_schedule import Scope
from app.pricing.document import price, reprice
from tests.support.catalog import a_schedule
from tests.support.pricing import a_line, a_request, an_article, codes, rules


class TestPrice:
    def test_answers_every_line_in_the_order_asked(self):
        document = price(a_request(a_line(key="2"), a_line(key="1")), rules(*an_article()))

        assert [line.key for line in document.lines] == ["2", "1"]

    def test_a_line_that_cannot_be_priced_does_not_stop_the_others(self):
        document = price(a_request(a_line(key="1"), a_line(sku="NOBODY", key="2")), rules(*an_article()))

        assert codes(document.line("2")) == ["pricing.unknown_product"]
        assert document.totals.net == 10000
        assert [finding.where for finding in document.all_findings] == ["lines[2].sku"]

    def test_two_lines_of_one_key_are_a_callers_bug(self):
        with pytest.raises(ValueError, match="unique"):
            price(a_request(a_line(), a_line()), rules(*an_article()))

    def test_a_key_nobody_asked_for_is_a_callers_bug(self):
        with pytest.raises(KeyError):
            price(a_request(), rules()).line("1")


def change(request, key, **changes):
    lines = tuple(line._replace(**changes) if line.key == key else line for line in request.lines)
    return replace(request, lines=lines)


class TestReprice:
    SCHEDULE = a_schedule(("10", "10"), ("20", "20"), scope=Scope.QUOTE)

    def both(self, request, key, **changes):
        known = rules(*an_article(), *an_article("7", "B-2"), self.SCHEDULE)
        after = change(request, key, **changes)
        return reprice(price(request, known), after, key, known), price(after, known)

    REQUEST = a_request(
        a_line("4", key="1"),
        a_line("8", key="2"),
        a_line("3", key="3", in_total=False),
        a_line("1", "B-2", key="4", group="G"),
    )

    @pytest.mark.parametrize(
        ("key", "changes"),
        [
            ("1", {"quantity": Decimal(5)}),
            ("1", {"quantity": Decimal(1)}),  # the others fall below a tier
            ("1", {"quantity": Decimal(20)}),  # the others reach the next tier
            ("1", {"quantity": Decimal("NaN")}),
            ("1", {"in_total": False}),
            ("3", {"in_total": True}),
            ("3", {"quantity": Decimal(9)}),
            ("2", {"sku": "B-2"}),
            ("2", {"sku": "NOBODY"}),
            ("4", {"group": ""}),
            ("4", {"manual_price": Decimal(1)}),
            ("1", {}),
        ],
    )
    def test_is_what_pricing_everything_gives(self, key, changes):
        again, whole = self.both(self.REQUEST, key, **changes)

        assert again == whole

    def test_makes_only_the_changed_line_again(self):
        known = rules(*an_article())
        request = a_request(a_line(key="1"), a_line(key="2"))
        before = price(request, known)

        after = reprice(before, change(request, "1", quantity=Decimal(3)), "1", known)

        assert after.lines[1] is before.lines[1]
        assert after.totals.net == 40000

    @pytest.mark.parametrize(
        "after",
        [
            a_request(a_line(key="1"), a_line(key="2"), partner="5"),
            a_request(a_line(key="1")),
            a_request(a_line(key="2"), a_line(key="1")),
            a_request(a_line("7", key="1"), a_line("7", key="2")),
        ],
        ids=["header", "removed", "moved", "two"],
    )
    def test_a_wrong_word_about_what_changed_does_no_harm(self, after):
        known = rules(*an_article())
        before = price(a_request(a_line(key="1"), a_line(key="2")), known)

        assert reprice(before, after, "1", known) == price(after, known)

    def test_a_line_nobody_knows_does_no_harm(self):
        known = rules(*an_article())
        request = a_request(a_line(key="1"))

        assert reprice(price(request, known), request, "9", known) == price(request, known)

    def test_goods_taken_back_are_priced_beside_what_is_counted(self):
        known = rules(*an_article(), self.SCHEDULE)
        request = a_request(a_line("4", key="1"), a_line("-5", key="2"), allow_returns=True)
        after = change(request, "1", quantity=Decimal(6))

        assert reprice(price(request, known), after, "1", known) == price(after, known)

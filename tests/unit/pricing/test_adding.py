from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.product import TaxClass
from app.company.policies import TaxRounding
from app.pricing.adding import add_change, add_up
from app.pricing.document import price
from tests.support.pricing import a_line, a_request, an_article, rules

KNOWN = rules(*an_article(), *an_article("50", "B-2", tax_class=TaxClass.REDUCED))
REQUEST = a_request(
    a_line("2", key="1", group="G", cost="60"),
    a_line("3", "B-2", key="2"),
    a_line("4", key="3", group="G", in_total=False),
    document_discount="10",
)


def both(key, policies=None, **changes):
    """Return the sums made from the difference of one line, and made from all lines."""
    request = replace(REQUEST, policies=policies or REQUEST.policies)
    lines = tuple(line._replace(**changes) if line.key == key else line for line in request.lines)
    before, after = (price(one, KNOWN) for one in (request, replace(request, lines=lines)))
    change = add_change(before, before.line(key), after.line(key))
    if change is None:
        return None, None
    whole = add_up(request, after.lines)
    return change, whole._replace(taxed=tuple(group._replace(amounts=()) for group in whole.taxed))


class TestAddChange:
    @pytest.mark.parametrize(
        ("key", "changes"),
        [
            ("1", {"quantity": Decimal(7)}),
            ("1", {"manual_price": Decimal("1.23")}),
            ("2", {"quantity": Decimal("0.5")}),
            ("3", {"quantity": Decimal(1)}),
            ("1", {}),
        ],
    )
    def test_is_what_adding_everything_gives(self, key, changes):
        change, whole = both(key, **changes)

        assert change == whole

    @pytest.mark.parametrize(
        ("key", "changes"),
        [
            ("1", {"sku": "B-2"}),
            ("1", {"in_total": False}),
            ("1", {"group": "H"}),
            ("1", {"cost": None}),
            ("1", {"quantity": Decimal(0)}),
        ],
        ids=["tax", "side", "section", "cost", "blocked"],
    )
    def test_does_not_guess_what_the_sums_do_not_tell(self, key, changes):
        assert both(key, **changes) == (None, None)

    def test_leaves_tax_by_line_to_adding_everything(self):
        by_line = replace(REQUEST.policies, tax_rounding=TaxRounding.LINE)

        assert both("1", by_line, quantity=Decimal(3)) == (None, None)

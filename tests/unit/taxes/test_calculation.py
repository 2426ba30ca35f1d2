"""domain.md section 13 and documents.md: rounding of tax, halves away from zero."""

from decimal import Decimal

import pytest

from app.kernel.percent import Percent
from app.taxes.calculation import net_of_gross, tax_on_net


def percent(points):
    return Percent.of_points(Decimal(points))


@pytest.mark.parametrize(
    ("net", "points", "tax"),
    [(100833, "19", 19158), (-649134, "25", -162284), (50, "1", 1), (49, "1", 0), (0, "19", 0)],
)
def test_tax_on_a_net_base(net, points, tax):
    assert tax_on_net(net, percent(points)) == tax


@pytest.mark.parametrize(
    ("gross", "points", "net"),
    [(1497, "19", 1258), (12440, "8", 11519), (100, "0", 100), (-1497, "19", -1258)],
)
def test_net_inside_a_gross_amount(gross, points, net):
    assert net_of_gross(gross, percent(points)) == net

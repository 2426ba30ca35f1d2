"""Steps 5 to 7 under every pair of settings: list 100, additional 5, partner 10 %, distributor 2 %."""

import pytest

from app.catalog.reduction import amount_off
from tests.support.pricing import a_line, an_article, net_of, priced_line


@pytest.mark.parametrize(
    ("additional_last", "partner_off_list", "net"),
    [
        (False, False, "83.79"),  # (100 - 5) x .9 x .98
        (True, False, "83.2"),  # 100 x .9 x .98 - 5
        (False, True, "83"),  # 100 - 5 - 10 - 2
        (True, True, "83"),
    ],
)
def test_the_settings_of_steps_5_to_7(additional_last, partner_off_list, net):
    policies = {"additional_last": additional_last, "partner_off_list": partner_off_list}
    line = a_line(discount=amount_off(5, "EUR"))

    assert net_of(priced_line(line, *an_article(), partner="10", distributor="2", policies=policies)) == net

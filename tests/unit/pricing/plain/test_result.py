from app.pricing.plain.result import result_to_plain
from tests.support.catalog import a_schedule
from tests.support.pricing import a_line, a_request, an_article, priced


def test_a_step_is_written_with_what_came_in_what_was_done_and_what_came_out():
    document = priced(a_request(a_line("10")), *an_article(), a_schedule(("10", "5")))

    line = result_to_plain(document)["lines"][0]

    assert line["parts"][0]["steps"][1] == {
        "kind": "volume",
        "operation": "percent",
        "value": "0.05",
        "before": "100",
        "after": "95",
        "reason": "tier_reached",
        "rule": "VOLUME",
        "version": 1,
        "facts": {"lower": "10"},
    }
    assert (line["amount"], line["list_amount"], line["in_total"]) == ("950.00", "1000.00", True)


def test_totals_are_written_with_the_currencys_decimals():
    totals = result_to_plain(priced(a_request(a_line("10")), *an_article()))["totals"]

    assert (totals["net"], totals["tax"], totals["gross"]) == ("1000.00", "190.00", "1190.00")
    assert totals["cost_is_complete"] is False

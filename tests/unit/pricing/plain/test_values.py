import pytest

from app.kernel.findings import Finding, Severity
from app.pricing.plain.values import (
    Fields,
    amount_text,
    finding_of,
    finding_plain,
    units_of,
)


class TestAmounts:
    @pytest.mark.parametrize(
        ("units", "exponent", "text"),
        [(5, 2, "0.05"), (-5, 2, "-0.05"), (1234, 0, "1234"), (1234, 3, "1.234"), (0, 2, "0.00")],
    )
    def test_have_all_decimals_of_their_currency(self, units, exponent, text):
        assert amount_text(units, exponent) == text
        assert units_of(exponent)(text) == units

    def test_finer_than_the_currency_are_refused(self):
        with pytest.raises(ValueError, match=r"0\.005"):
            units_of(2)("0.005")


class TestFindings:
    def test_come_back_with_their_facts_as_texts(self):
        finding = Finding("pricing.unknown_product", Severity.BLOCKER, "lines[1].sku", {"sku": "X"})

        assert finding_of(Fields(finding_plain(finding))) == finding

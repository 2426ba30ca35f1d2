import pytest

from app.kernel.currencies import EXPONENTS


class TestExponents:
    @pytest.mark.parametrize(
        ("code", "decimals"),
        [
            ("JPY", 0),
            ("KRW", 0),
            ("EUR", 2),
            ("CHF", 2),
            ("USD", 2),
            ("HUF", 2),
            ("KWD", 3),
            ("BHD", 3),
            ("CLF", 4),
        ],
    )
    def test_are_those_of_iso_4217(self, code, decimals):
        assert EXPONENTS[code] == decimals

    def test_know_every_code_once(self):
        assert len(EXPONENTS) == 166
        assert all(len(code) == 3 and code.isupper() for code in EXPONENTS)

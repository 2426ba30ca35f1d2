import pytest

from app.kernel.errors import AppError, Conflict, NotPermitted, RuleViolation, Unavailable


class TooDear(RuleViolation):
    code = "tests.too_dear"


class TestAppError:
    def test_keeps_its_facts_for_the_sentence(self):
        assert TooDear(limit="10").params == {"limit": "10"}

    def test_names_code_and_facts_in_the_log(self):
        assert str(TooDear(limit="10")) == "tests.too_dear: {'limit': '10'}"

    @pytest.mark.parametrize("family", [RuleViolation, NotPermitted, Conflict, Unavailable])
    def test_has_four_families(self, family):
        assert issubclass(family, AppError)

from app.kernel.errors import RuleViolation
from app.kernel.findings import Finding, Severity, blockers


class NoLines(RuleViolation):
    code = "tests.no_lines"


class TestFinding:
    def test_reports_a_refusal_as_a_value(self):
        finding = Finding.of_error(NoLines(quote="Q-1"), where="lines")

        assert (finding.code, finding.severity, finding.where) == (
            "tests.no_lines",
            Severity.BLOCKER,
            "lines",
        )
        assert finding.params == {"quote": "Q-1"}

    def test_has_no_facts_when_it_needs_none(self):
        assert Finding("tests.odd", Severity.WARNING).params == {}


class TestBlockers:
    def test_leaves_warnings_out_and_keeps_the_order(self):
        first = Finding("tests.first", Severity.BLOCKER)
        odd = Finding("tests.odd", Severity.WARNING)
        last = Finding("tests.last", Severity.BLOCKER)

        assert blockers([first, odd, last]) == (first, last)

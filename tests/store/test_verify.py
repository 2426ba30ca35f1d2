import pytest

from app.kernel.findings import Finding, Severity
from app.store.checks import every_check, quick_checks
from app.store.verify import Check, Verdict, VerifyCancelled, Watch, verify

BAD = Finding("verify.bad", Severity.BLOCKER, "row 2")


class TestVerify:
    def test_an_empty_file_is_clean(self, store):
        with store.reading() as reading:
            verdicts = verify(reading, every_check())
        assert [verdict.check for verdict in verdicts if not verdict.ok] == []

    def test_a_bad_check_does_not_stop_the_others(self, store):
        checks = [Check("a", lambda *_: BAD), Check("b", lambda *_: None)]
        with store.reading() as reading:
            assert verify(reading, checks) == (Verdict("a", BAD), Verdict("b"))

    def test_says_how_far_it_is(self, store):
        seen = []
        with store.reading() as reading:
            verify(reading, quick_checks(), Watch(progress=lambda *step: seen.append(step[0])))
        assert seen == [check.name for check in quick_checks()]

    def test_stops_when_asked(self, store):
        with store.reading() as reading, pytest.raises(VerifyCancelled):
            verify(reading, every_check(), Watch(cancelled=lambda: True))

    def test_no_two_checks_have_one_name(self):
        names = [check.name for check in every_check()]
        assert len(set(names)) == len(names)

import threading

import pytest

from app.kernel.errors import RuleViolation
from ui.kit.queries import Latest
from ui.kit.work import READERS, Job


class Refused(RuleViolation):
    code = "tests.refused"


@pytest.fixture
def latest(qtbot) -> Latest:
    return Latest()


class TestLatest:
    def test_brings_the_answer(self, qtbot, latest):
        with qtbot.waitSignal(latest.arrived) as answer:
            latest.ask(lambda: "found")

        assert answer.args == ["found"]
        assert not latest.is_waiting

    def test_drops_an_answer_that_a_newer_question_overtook(self, qtbot, latest):
        held = threading.Event()
        heard: list[object] = []
        latest.arrived.connect(heard.append)

        latest.ask(lambda: held.wait(5) and "old")
        latest.ask(lambda: "new")
        qtbot.waitUntil(lambda: heard == ["new"])
        held.set()

        qtbot.waitUntil(lambda: not latest._jobs)
        assert heard == ["new"]

    def test_never_asks_what_was_overtaken_before_it_began(self, qtbot, latest):
        held = threading.Event()
        begun = threading.Semaphore(0)
        asked: list[int] = []
        blockers = [Job(lambda: begun.release() or held.wait(5)) for _ in range(READERS)]
        for blocker in blockers:
            blocker.start()
        for _ in blockers:
            assert begun.acquire(timeout=5)

        for number in range(50):
            latest.ask(lambda n=number: asked.append(n))
        held.set()

        qtbot.waitUntil(lambda: not latest._jobs)
        assert asked == [49]

    def test_forgets_on_demand(self, qtbot, latest):
        with qtbot.assertNotEmitted(latest.arrived):
            latest.ask(lambda: 1)
            latest.forget()
            qtbot.waitUntil(lambda: not latest._jobs)

    def test_tells_refusals_and_bugs(self, qtbot, latest):
        def refuse() -> None:
            raise Refused

        with qtbot.waitSignal(latest.refused):
            latest.ask(refuse)
        with qtbot.waitSignal(latest.crashed):
            latest.ask(lambda: 1 // 0)

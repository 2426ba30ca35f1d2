from datetime import date

import pytest

from app.kernel.errors import RuleViolation
from tests.support.ui_shell import QUOTE, MemoryFile, find
from ui.kit.queries import Latest
from ui.shell.session import Session
from ui.shell.status_line import SaveState


class Refused(RuleViolation):
    code = "tests.refused"


def refuse(_uow, _act):
    raise Refused


@pytest.fixture
def file() -> MemoryFile:
    return MemoryFile()


@pytest.fixture
def session(qtbot, file) -> Session:
    return Session(file.company_file())


class TestRun:
    def test_hands_over_the_result_and_tells_what_changed(self, qtbot, session, file):
        results: list[object] = []
        with qtbot.waitSignal(session.changed) as changed:
            session.run(lambda _uow, act: act.today, done=results.append)

        assert results == [date(2026, 3, 3)]
        assert changed.args[0].touches(QUOTE.kind)
        assert len(file.committed) == 1

    def test_a_refusal_goes_to_whoever_asked_for_it_else_to_the_window(self, qtbot, session):
        mine: list[object] = []
        with qtbot.assertNotEmitted(session.refused):
            session.run(refuse, refused=mine.append)
            qtbot.waitUntil(lambda: bool(mine))
        with qtbot.waitSignal(session.refused):
            session.run(refuse)

    def test_a_bug_always_goes_to_the_window(self, qtbot, session):
        with qtbot.waitSignal(session.crashed):
            session.run(lambda _uow, _act: 1 // 0)

    def test_says_saving_then_saved(self, qtbot, session):
        told: list[SaveState] = []
        session.save_state.connect(told.append)
        session.unsaved()
        with qtbot.waitSignal(session.changed):
            session.run(lambda _uow, _act: None)
        qtbot.waitUntil(lambda: told[-1] is SaveState.SAVED)

        assert told == [SaveState.UNSAVED, SaveState.SAVING, SaveState.SAVED]


class TestAsking:
    def test_a_question_is_asked_of_a_reading_unit(self, qtbot, session, file):
        latest = Latest()
        with qtbot.waitSignal(latest.arrived) as answer:
            latest.ask(session.question(lambda uow: uow is file))

        assert answer.args == [True]

    def test_a_search_gets_unit_and_text(self, session):
        assert [hit.title for hit in session.search(find)("anvil").hits] == ["Anvil"]


def test_today_is_the_companys_day(session):
    assert session.today() == date(2026, 3, 3)


def test_formats_follow_the_persons_locale(qtbot, file):
    session = Session(file.company_file(locale="de"))

    assert session.formats.decimal_sign == ","

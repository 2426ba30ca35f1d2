import threading
from contextlib import contextmanager
from uuid import UUID

import pytest

from app.kernel.changes import Changes, Ref
from app.kernel.errors import RuleViolation
from ui.kit.commands import CommandRunner, Writing

QUOTE = Ref("quote", UUID(int=1))


class Refused(RuleViolation):
    code = "tests.refused"


class Unit:
    def __init__(self, act: str) -> None:
        self.act = act
        self.changes = Changes(frozenset({QUOTE}))


class Store:
    """Keeps the keys of what was committed."""

    def __init__(self) -> None:
        self.committed: list[str] = []

    @contextmanager
    def writing(self, act: str):
        yield Unit(act)
        self.committed.append(act)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def runner(qtbot, store: Store) -> CommandRunner[str]:
    return CommandRunner(Writing(store.writing, lambda key: key))


def refuse(_uow: object, _act: str) -> None:
    raise Refused


class TestCommand:
    def test_hands_over_the_result_then_what_changed(self, qtbot, runner, store):
        heard: list[object] = []
        command = runner.command(lambda uow, act: (uow.act, act))
        command.succeeded.connect(heard.append)
        runner.changed.connect(heard.append)

        with qtbot.waitSignal(runner.changed):
            runner.start(command)

        assert heard == [(command.key, command.key), Changes(frozenset({QUOTE}))]
        assert store.committed == [command.key]

    def test_refused_commits_nothing_and_changes_nothing(self, qtbot, runner, store):
        command = runner.command(refuse)

        with qtbot.waitSignal(command.refused), qtbot.assertNotEmitted(runner.changed):
            runner.start(command)

        assert store.committed == []

    def test_a_result_of_none_is_a_success(self, qtbot, runner):
        command = runner.command(lambda _uow, _act: None)

        with qtbot.waitSignal(command.succeeded):
            runner.start(command)

    def test_tried_again_keeps_its_idempotency_key(self, qtbot, runner, store):
        command = runner.command(lambda _uow, _act: None)

        for _ in range(2):
            with qtbot.waitSignal(command.succeeded):
                runner.start(command)

        assert store.committed == [command.key, command.key]


class TestOrder:
    def test_commands_run_one_after_the_other_on_one_thread(self, qtbot, runner):
        seen: list[tuple[int, threading.Thread]] = []
        commands = [
            runner.command(lambda _uow, _act, n=n: seen.append((n, threading.current_thread())))
            for n in range(20)
        ]

        with qtbot.waitSignal(commands[-1].ended):
            for command in commands:
                runner.start(command)

        assert [number for number, _thread in seen] == list(range(20))
        assert len({thread.ident for _number, thread in seen}) == 1

    def test_says_when_it_is_busy(self, qtbot, runner):
        told: list[bool] = []
        runner.busy.connect(told.append)
        first, second = (runner.command(lambda _uow, _act: None) for _ in range(2))

        with qtbot.waitSignal(second.ended):
            runner.start(first)
            runner.start(second)

        assert told == [True, False]
        assert not runner.is_busy

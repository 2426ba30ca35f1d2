import threading

from PySide6.QtWidgets import QHeaderView, QTableView

from app.kernel.errors import RuleViolation
from ui.kit.work import Job, outcome_of, readers, wait_for_all, writer


class Refused(RuleViolation):
    code = "tests.refused"


def refuse() -> None:
    raise Refused


def crash() -> None:
    raise ZeroDivisionError


class TestJob:
    def test_hands_over_the_result_on_the_windows_thread(self, qtbot):
        threads: list[threading.Thread] = []
        job = Job(threading.current_thread)
        job.succeeded.connect(lambda worker: threads.extend([worker, threading.current_thread()]))

        with qtbot.waitSignal(job.ended):
            job.start()

        worker, receiver = threads
        assert receiver is threading.main_thread()
        assert worker is not receiver

    def test_tells_a_refusal_from_a_bug(self, qtbot):
        for work, signal in ((refuse, "refused"), (crash, "crashed")):
            job = Job(work)
            with qtbot.waitSignal(getattr(job, signal)):
                job.start()

    def test_lives_until_its_outcome_is_delivered(self, qtbot):
        heard: list[object] = []

        def begin() -> None:
            job = Job(lambda: "done")
            job.succeeded.connect(heard.append)
            job.start()

        begin()

        qtbot.waitUntil(lambda: heard == ["done"])


class TestWorkers:
    def test_there_is_one_writer_and_a_few_readers(self):
        assert writer().threads == 1
        assert 2 <= readers().threads <= 4

    def test_the_writer_works_in_order_on_one_thread(self):
        seen: list[tuple[int, str]] = []
        for number in range(50):
            writer().start(lambda n=number: seen.append((n, threading.current_thread().name)))

        assert writer().wait(5_000)
        assert [number for number, _name in seen] == list(range(50))
        assert len({name for _number, name in seen}) == 1

    def test_waiting_gives_up_in_time(self):
        held = threading.Event()
        readers().start(lambda: held.wait(5))

        assert not readers().wait(1)
        held.set()
        assert readers().wait(5_000)

    def test_closing_waits_for_what_runs(self, qapp):
        done = threading.Event()
        Job(done.set).start()

        assert wait_for_all()
        assert done.is_set()


def test_nothing_escapes_a_worker_thread():
    assert isinstance(outcome_of(crash).bug, ZeroDivisionError)
    assert isinstance(outcome_of(refuse).refusal, Refused)
    assert outcome_of(lambda: 3).result == 3


def test_qt_objects_made_after_a_job_are_what_they_are(qtbot):
    """A `QRunnable` made by `create` would come back here under another object's name."""
    for _ in range(30):
        job = Job(lambda: None)
        with qtbot.waitSignal(job.ended):
            job.start()
        views = [QTableView() for _ in range(5)]
        assert {type(view.horizontalHeader()) for view in views} == {QHeaderView}

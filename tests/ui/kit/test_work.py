import threading

from app.kernel.errors import RuleViolation
from ui.kit.work import Job, outcome_of, reader_pool, wait_for_all, writer_pool


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


class TestPools:
    def test_there_is_one_writer_and_a_few_readers_without_parents(self, qapp):
        assert writer_pool().maxThreadCount() == 1
        assert 2 <= reader_pool().maxThreadCount() <= 4
        assert writer_pool().parent() is None
        assert reader_pool().parent() is None

    def test_closing_waits_for_what_runs(self, qapp):
        done = threading.Event()
        Job(done.set).start()

        assert wait_for_all()
        assert done.is_set()


def test_nothing_escapes_a_worker_thread():
    assert isinstance(outcome_of(crash).bug, ZeroDivisionError)
    assert isinstance(outcome_of(refuse).refusal, Refused)
    assert outcome_of(lambda: 3).result == 3

import threading

import pytest
from PySide6.QtCore import Qt

from ui.kit.progress import CANCEL_AFTER_MS, SHOW_AFTER_MS, LongJob, ProgressStrip, Stage


@pytest.fixture
def strip(qtbot) -> ProgressStrip:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    return strip


class TestU35LongWork:
    def test_the_limits_are_300_ms_and_two_seconds(self):
        assert (SHOW_AFTER_MS, CANCEL_AFTER_MS) == (300, 2_000)

    def test_short_work_shows_nothing(self, qtbot, strip):
        job = LongJob("Import", lambda _report, _cancelled: "done")
        stages: list[Stage] = []
        job.stage_changed.connect(stages.append)
        strip.watch(job)

        with qtbot.waitSignal(job.succeeded):
            job.start()

        assert Stage.SHOWN not in stages
        assert not strip.isVisibleTo(None)

    def test_longer_work_shows_how_far_it_is(self, qtbot, strip):
        held = threading.Event()

        def work(report, _cancelled):
            report(3, 10, "rows")
            held.wait(5)

        job = LongJob("Import", work)
        strip.watch(job)
        job.start()

        qtbot.waitUntil(lambda: strip.isVisible() and strip._bar.value() == 3)
        assert strip._bar.maximum() == 10
        assert strip._label.text() == "Import rows"
        with qtbot.waitSignal(job.ended):
            held.set()
        assert not strip.isVisible()

    def test_after_two_seconds_it_can_be_cancelled(self, qtbot, strip):
        pulse = threading.Event()

        def work(_report, cancelled):
            while not cancelled():
                pulse.wait(0.005)

        job = LongJob("Import", work)
        strip.watch(job)
        job.start()
        job._enter(Stage.SHOWN)
        assert strip._cancel.isHidden()

        job._enter(Stage.CANCELLABLE)
        with qtbot.waitSignal(job.ended):
            qtbot.mouseClick(strip._cancel, Qt.MouseButton.LeftButton)

    def test_a_bug_in_the_work_is_told(self, qtbot):
        job = LongJob("Import", lambda _report, _cancelled: 1 // 0)

        with qtbot.waitSignal(job.crashed):
            job.start()

import gc
import weakref

import pytest

from ui.kit.garbage import EVERY_MS, GarbageCollector


class Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp):
    was_enabled = gc.isenabled()
    collector = GarbageCollector(qapp)
    yield collector
    collector.stop()
    collector.deleteLater()
    if not was_enabled:
        gc.disable()


class TestGarbageCollector:
    def test_python_collects_nothing_by_itself_any_more(self, collector):
        assert not gc.isenabled()

    def test_a_cycle_is_collected_when_its_turn_comes(self, collector):
        gc.collect()
        cycle = weakref.ref(Cycle())
        keep = [Cycle() for _ in range(gc.get_threshold()[0] + 1)]
        assert cycle() is not None

        assert collector.collect() >= 0
        assert cycle() is None
        assert keep

    def test_with_nothing_due_it_does_nothing(self, collector):
        gc.collect()

        assert collector.collect() == -1

    def test_looks_once_a_second(self, collector):
        assert collector._timer.interval() == EVERY_MS
        assert collector._timer.isActive()

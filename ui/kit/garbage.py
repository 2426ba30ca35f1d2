"""Collect reference cycles on the window's thread only.

Python's collector runs on whatever thread makes the next object. On a worker it would destroy the widgets of
a closed page there, and Qt ends the process for it. So the collector is switched off, and a timer of the
window's thread does its work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
_OLDEST = 2


class GarbageCollector(QObject):
    """Collects a generation when Python would have, at most once a second."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """Collect the oldest generation that is due; return its number, -1 when none is."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in range(_OLDEST, -1, -1):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return generation
        return -1

    def stop(self) -> None:
        """Leave the collecting to Python again (when the application ends)."""
        self._timer.stop()
        gc.enable()

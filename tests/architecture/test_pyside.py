"""PySide6 6.12 loses references to None (docs/decisions/0004): after enough calls the process dies."""

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    told = Signal(object)


def test_a_thousand_calls_keep_the_count_of_none(qapp):
    sender = Sender()
    sender.told.connect(lambda _value: None)
    before = sys.getrefcount(None)

    for number in range(1_000):
        sender.told.emit(None)
        sender.setObjectName(f"sender {number}")

    assert abs(sys.getrefcount(None) - before) <= 50

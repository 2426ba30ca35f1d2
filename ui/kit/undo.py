"""Undo for documents being edited: keep every state of the frozen document, and the name of its step.

Not `QUndoStack`: PySide frees the commands it holds twice when a stack dies before its window does, and the
process ends. A list of frozen documents needs no command objects at all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

D = TypeVar("D")


def _as_restored(_current: D, restored: D) -> D:
    return restored


class Steps(QObject):
    """The steps of one document as a menu shows them.

    Signals:
        moved: Another state is shown, or steps were added; ask for texts and possibilities again.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.index = 0
        self.saved_index = 0

    @property
    def count(self) -> int:
        """Return the number of steps, those undone included."""
        return len(self.texts)

    @property
    def undo_text(self) -> str:
        """Return the name of the step that undo takes back, empty when there is none."""
        return self.texts[self.index - 1] if self.index else ""

    @property
    def redo_text(self) -> str:
        """Return the name of the step that redo repeats, empty when there is none."""
        return self.texts[self.index] if self.index < self.count else ""


class EditedDocument(Generic[D]):
    """The current document and its steps; as many as were made.

    Attributes:
        current: The document as shown.
        steps: Their names, for the menu.
    """

    def __init__(
        self,
        document: D,
        on_change: Callable[[D], None],
        carry: Callable[[D, D], D] = _as_restored,
    ) -> None:
        """Begin with a document.

        Args:
            document: As loaded or new.
            on_change: Called with the document after every edit, undo and redo.
            carry: Given the current document and one that undo brings back, returns the latter with what must
                not be undone: the `rev` of the last save, for example.
        """
        self.current = document
        self.steps = Steps()
        self._on_change = on_change
        self._carry = carry
        self._states = [document]
        self._key: Hashable = None

    def apply(self, text: str, edit: Callable[[D], D], key: Hashable = None) -> None:
        """Replace the document by the edited one; errors of the edit pass through and change nothing.

        Args:
            text: The step's name in the menu: "Change quantity".
            edit: Returns the edited document.
            key: Edits in a row with the same key are one step until `seal`; `None` never joins.
        """
        after = edit(self.current)
        if after == self.current:
            return
        if key is not None and key == self._key and self._can_join():
            self._join(after)
        else:
            self._push(text, after)
            self._key = key
        self._show(self._states[-1])

    def undo(self) -> None:
        """Show the document before the last step; nothing happens when there is none."""
        self.go_to(self.steps.index - 1)

    def redo(self) -> None:
        """Show the document after the step undone last; nothing happens when there is none."""
        self.go_to(self.steps.index + 1)

    def go_to(self, index: int) -> None:
        """Show the document as it was after `index` steps."""
        if 0 <= index <= self.steps.count and index != self.steps.index:
            self.seal()
            self.steps.index = index
            self._show(self._carry(self.current, self._states[index]))

    def seal(self) -> None:
        """End the present step: the focus left the cell, so the next edit is a step of its own."""
        self._key = None

    def replace_current(self, document: D) -> None:
        """Take over what saving returned (a new `rev`), which is no edit and no step."""
        self.current = document
        self._states[self.steps.index] = document

    def mark_saved(self) -> None:
        """Remember that this very state is stored."""
        self.steps.saved_index = self.steps.index
        self.seal()
        self.steps.moved.emit()

    @property
    def is_saved(self) -> bool:
        """Tell whether the state shown is the stored one."""
        return self.steps.saved_index == self.steps.index

    def _can_join(self) -> bool:
        return 0 < self.steps.index == self.steps.count

    def _push(self, text: str, after: D) -> None:
        steps = self.steps
        if steps.saved_index > steps.index:
            steps.saved_index = -1
        del steps.texts[steps.index :]
        del self._states[steps.index + 1 :]
        steps.texts.append(text)
        self._states.append(after)
        steps.index += 1

    def _join(self, after: D) -> None:
        """Let the newest step end in `after`; one that leads back to where it began is no step."""
        if after == self._states[-2]:
            self.steps.texts.pop()
            self._states.pop()
            self.steps.index -= 1
            self.seal()
        else:
            self._states[-1] = after

    def _show(self, document: D) -> None:
        self.current = document
        self._states[self.steps.index] = document
        self._on_change(document)
        self.steps.moved.emit()

"""Undo for documents being edited: keep every state of the frozen document, and the name of its step."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import finalize

from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

D = TypeVar("D")


def _silence(stack: QUndoStack) -> None:
    """Let a stack die without a word: dying, it tells of an empty index, and nobody is left to hear."""
    if isValid(stack):
        stack.blockSignals(True)


def _as_restored(_current: D, restored: D) -> D:
    return restored


class EditedDocument(Generic[D]):
    """The current document and its undo stack; as many steps as were made.

    The stack's commands carry names only and the documents stay in this list: a command that refers back to
    the document would be a cycle through C++, which Python cannot collect.

    Attributes:
        current: The document as shown.
        stack: Qt's stack, for the menu's undo and redo actions, which name the step.
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
        self.stack = QUndoStack()
        self._on_change = on_change
        self._carry = carry
        self._states = [document]
        self._key: Hashable = None
        self.stack.indexChanged.connect(self._show)
        finalize(self, _silence, self.stack)

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
            self._states[self.stack.index() + 1 :] = [after]
            self.stack.push(QUndoCommand(text))
            self._key = key

    def undo(self) -> None:
        """Show the document before the last step; nothing happens when there is none."""
        self.stack.undo()

    def redo(self) -> None:
        """Show the document after the step undone last; nothing happens when there is none."""
        self.stack.redo()

    def go_to(self, index: int) -> None:
        """Show the document as it was after `index` steps."""
        self.stack.setIndex(index)

    def seal(self) -> None:
        """End the present step: the focus left the cell, so the next edit is a step of its own."""
        self._key = None

    def replace_current(self, document: D) -> None:
        """Take over what saving returned (a new `rev`), which is no edit and no step."""
        self.current = document
        self._states[self.stack.index()] = document

    def mark_saved(self) -> None:
        """Remember that this very state is stored."""
        self.seal()
        self.stack.setClean()

    @property
    def is_saved(self) -> bool:
        """Tell whether the state shown is the stored one."""
        return self.stack.isClean()

    def _can_join(self) -> bool:
        return 0 < self.stack.index() == self.stack.count()

    def _join(self, after: D) -> None:
        """Let the newest step end in `after`; one that leads back to where it began is no step."""
        index = self.stack.index()
        if after == self._states[index - 1]:
            self.stack.command(index - 1).setObsolete(True)
            self.stack.undo()
        else:
            self._states[index] = after
            self._take(after)

    def _show(self, index: int) -> None:
        """Show the state the stack now points at; only the newest may be joined, so moving ends the step."""
        self.seal()
        self._take(self._carry(self.current, self._states[index]))

    def _take(self, document: D) -> None:
        self._states[self.stack.index()] = document
        self.current = document
        self._on_change(document)

"""The views over a list: the ready-made ones and those the person saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QTabBar, QToolButton, QWidget

from app.i18n.translations import gettext as _
from ui.kit.icons import set_icon
from ui.kit.tokens import Space
from ui.widgets.confirm import ConfirmDialog, Question
from ui.widgets.list_rows import ListFilter, ListRequest

MOST_VIEWS = 12
LONGEST_NAME = 40
_PARTS = "\x1f"


class ViewBar(QWidget):
    """Tabs without boxes: one per view; beside them what is shown is saved, and a saved view removed.

    Signals:
        chosen: A `ListRequest`: of a ready-made view only `view` is set, of a saved one everything.
        name_given: The name under which what is shown should be kept.
    """

    chosen = Signal(object)
    name_given = Signal(str)

    def __init__(self, filters: Sequence[ListFilter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = tuple(filters)
        self._saved: list[tuple[str, ListRequest]] = []
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._save = QToolButton()
        set_icon(self._save, "bookmark")
        self._save.clicked.connect(self._ask_name)
        self.remove_button = QToolButton()
        set_icon(self.remove_button, "trash-2")
        self.remove_button.clicked.connect(self.ask_remove)
        self.remove_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.tabs)
        row.addWidget(self._save)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        for entry in self._filters:
            self.tabs.addTab(entry.text())
        self.tabs.currentChanged.connect(self._chosen)
        self.tabs.setVisible(bool(self._filters))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        for at, entry in enumerate(self._filters):
            self.tabs.setTabText(at, entry.text())
        self.tabs.setAccessibleName(_("Views"))
        self._save.setAccessibleName(_("Save this view"))
        self._save.setToolTip(_("Save this view"))
        self.remove_button.setAccessibleName(_("Remove this view"))
        self.remove_button.setToolTip(_("Remove this view"))

    @property
    def first(self) -> str:
        """Return the key of the first view, empty when there is none."""
        return self._filters[0].key if self._filters else ""

    @property
    def current(self) -> str:
        """Return the key of the chosen ready-made view."""
        at = self.tabs.currentIndex()
        return self._filters[at].key if 0 <= at < len(self._filters) else self.first

    def save(self, name: str, request: ListRequest) -> None:
        """Keep a request under a name; a saved view of that name is replaced."""
        clean = " ".join(name.replace(_PARTS, " ").split())[:LONGEST_NAME]
        if not clean:
            return
        names = [saved for saved, _request in self._saved]
        kept = request._replace(after=None)
        if clean in names:
            self._saved[names.index(clean)] = (clean, kept)
        elif len(self._saved) < MOST_VIEWS:
            self._saved.append((clean, kept))
            self.tabs.addTab(clean)
            self.tabs.show()

    def ask_remove(self) -> ConfirmDialog | None:
        """Ask whether the chosen view should go; of a ready-made one nothing is asked."""
        at = self.tabs.currentIndex() - len(self._filters)
        if not 0 <= at < len(self._saved):
            return None
        name = self._saved[at][0]
        title = _("Remove the view “{name}”?").format(name=name)
        points = (_("What the list holds stays."),)
        dialog = ConfirmDialog(Question(title, points, _("Remove the view"), danger=True), self)
        dialog.confirmed.connect(lambda: self.remove(name))
        dialog.confirmed.connect(dialog.accept)
        dialog.open()
        return dialog

    def remove(self, name: str) -> None:
        """Forget a saved view; where it was chosen, the one beside it is shown."""
        names = [saved for saved, _request in self._saved]
        if name in names:
            at = names.index(name)
            del self._saved[at]  # before its tab: the tab that follows asks by its new place
            self.tabs.removeTab(len(self._filters) + at)
            self.tabs.setVisible(self.tabs.count() > 0)

    def saved(self) -> tuple[str, ...]:
        """Return the saved views as texts for the settings."""
        return tuple(
            _PARTS.join((name, r.view, r.sort, "-" if r.descending else "+", r.text))
            for name, r in self._saved
        )

    def restore(self, texts: Sequence[str]) -> None:
        """Take saved views back; texts that are none are left out."""
        for text in texts:
            parts = text.split(_PARTS)
            if len(parts) == 5:
                name, view, sort, order, words = parts
                self.save(name, ListRequest(sort=sort, descending=order == "-", text=words, view=view))

    def _chosen(self, at: int) -> None:
        self.remove_button.setVisible(at >= len(self._filters))
        if 0 <= at < len(self._filters):
            self.chosen.emit(ListRequest(view=self._filters[at].key))
        elif at >= 0:
            self.chosen.emit(self._saved[at - len(self._filters)][1])

    def _ask_name(self) -> None:
        name, given = QInputDialog.getText(self, _("Save this view"), _("Name of the view"))
        if given:
            self.name_given.emit(name)

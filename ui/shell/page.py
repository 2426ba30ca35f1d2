"""What a page is: a section's list, an open document, a wizard. The nouns' screens derive from `Page`."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from app.kernel.changes import Changes, Ref
    from app.kernel.errors import AppError
    from ui.kit.actions import Actions, ActionSpec
    from ui.kit.settings import WindowSettings
    from ui.kit.theme import Theme
    from ui.shell.session import Session
    from ui.widgets.hits import Answer
    from ui.widgets.state_chip import Chip


class Heading(NamedTuple):
    """What the header shows for a page.

    Attributes:
        title: The document's number or the section's name.
        chip: The document's state.
        note: Softer text after the title: the customer, the number of rows.
        primary: Id of the one primary action of the page, empty for none.
        more: Ids of further actions shown as quiet buttons (at most three); the rest is in the menu.
        trail: Sections or documents above this page, as ``(text, section id or Ref)``.
    """

    title: str
    chip: Chip | None = None
    note: str = ""
    primary: str = ""
    more: tuple[str, ...] = ()
    trail: tuple[tuple[str, str | Ref], ...] = ()


class Frame(Protocol):
    """The window as its pages see it."""

    @property
    def session(self) -> Session:
        """Return the open company file."""

    @property
    def actions_of_window(self) -> Actions:
        """Return the registry of actions."""

    @property
    def theme(self) -> Theme:
        """Return the look, for pages that let the user choose it."""

    @property
    def settings(self) -> WindowSettings:
        """Return what the window remembers: columns, splitters."""

    def open(self, ref: Ref) -> None:
        """Show a document's page, opening it first where it is not open."""

    def open_section(self, id: str) -> None:
        """Show a section's page."""

    def open_page(self, key: Hashable, make: Callable[[Frame], Page]) -> None:
        """Show any page under a key: a new document, a wizard; opening the key again shows the same page."""

    def close_page(self, page: Page) -> None:
        """Close a page and show the one before."""

    def back(self) -> None:
        """Show the page before."""

    def notify(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say in passing that something was done, with an Undo button where it can be undone."""

    def refuse(self, refusal: AppError) -> None:
        """Show why something was not done."""


class Page(QWidget):
    """A page; derive, build the widgets in ``__init__``, override what differs.

    Signals:
        heading_changed: The header must ask for the heading again.
    """

    heading_changed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.setProperty("kind", "page")

    def heading(self) -> Heading:
        """Return what the header shows."""
        return Heading("")

    def page_actions(self) -> tuple[ActionSpec, ...]:
        """Return the page's own actions; their shortcuts work while the focus is inside the page."""
        return ()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return keys that are no actions, ``("F2", "Edit the cell")``, for the sheet of shortcuts."""
        return ()

    @property
    def scope(self) -> str:
        """Return the name of this page among the actions of its window."""
        return f"{type(self).__name__}-{id(self)}"

    def undo_stack(self) -> QUndoStack | None:
        """Return the undo stack of the document being edited; `None` where nothing is edited."""
        return None

    def entered(self) -> None:
        """The page came to the front: put the focus where work begins, ask for what may have changed."""

    def left(self) -> None:
        """The page went behind another: commit open cells, remember widths."""

    def refresh(self, changes: Changes) -> None:
        """Records were written by some command: ask again for those the page shows."""

    def holds_unsaved(self) -> bool:
        """Tell whether something stands on the page that is kept nowhere else; asking changes nothing."""
        return False

    def ready_to_close(self) -> bool:
        """Tell whether the page may be closed now; a page with unsaved work starts saving and says no."""
        return True


class Section(NamedTuple):
    """One entry of the sidebar.

    Attributes:
        id: Stable name: ``quotes``.
        text: Returns the entry's text with its mnemonic ("&Quotes") in the current language.
        icon: Name of its icon.
        make: Makes its page when first shown; import the noun's screen inside, not at the top.
    """

    id: str
    text: Callable[[], str]
    icon: str
    make: Callable[[Frame], Page]


class Rooms(NamedTuple):
    """What the composition root knows and the shell must not: the nouns' screens.

    Attributes:
        sections: The sidebar, top to bottom; the last one stands at its foot.
        documents: Makes the page of a document by the kind of its `Ref`.
        actions: Actions that work everywhere and open something: "New quote".
        find: Finds documents, customers and products for the palette: asked on a reader thread with a
            read-only unit and the text; the keys of its hits are `Ref`s, their groups say the kind.
    """

    sections: tuple[Section, ...]
    documents: Mapping[str, Callable[[Frame, Ref], Page]]
    actions: Callable[[Frame], tuple[ActionSpec, ...]] = lambda _frame: ()
    find: Callable[[Any, str], Answer] | None = None

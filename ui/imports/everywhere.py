"""The way to the import from every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n.translations import gettext as _
from ui.kit.actions import ActionSpec

if TYPE_CHECKING:
    from ui.shell.page import Frame, Page

IMPORT = "imports.open"


def actions(frame: Frame) -> tuple[ActionSpec, ...]:
    """Return what opens the import."""
    return (
        ActionSpec(
            IMPORT, lambda: _("I&mport a table"), lambda: open_import(frame), "Ctrl+Shift+I", "upload",
            group=lambda: _("&Go to"),
        ),
    )  # fmt: skip


def open_import(frame: Frame) -> None:
    """Show the import page, the one already open if there is one."""

    def make(frame: Frame) -> Page:
        from ui.imports.import_view import ImportPage

        return ImportPage(frame)

    frame.open_page("imports", make)

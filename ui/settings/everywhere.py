"""What leads into this room from every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.kit.actions import ActionSpec
    from ui.shell.page import Frame


def actions(frame: Frame) -> tuple[ActionSpec, ...]:
    """Return the import, which has no entry of its own in the sidebar."""
    from ui.imports import everywhere

    return everywhere.actions(frame)

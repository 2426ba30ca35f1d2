"""What works on every page: a new quote."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from ui.kit.actions import ActionSpec

if TYPE_CHECKING:
    from app.quotes.quote import Quote
    from ui.shell.page import Frame

NEW = "quotes.new"


def actions(frame: Frame) -> tuple[ActionSpec, ...]:
    """Return the actions that work on every page."""
    return (
        ActionSpec(
            NEW,
            lambda: _("&New quote"),
            lambda: new_quote(frame),
            "Ctrl+Shift+Q",
            "file-plus",
            lambda: frame.session.file.read_only,
            lambda: _("Crea&te"),
        ),
    )


def new_quote(frame: Frame, customer_id: UUID | None = None) -> None:
    """Begin a quote, for a customer where one is given, and open it."""
    from app.services.quotes import start

    def begun(quote: Quote) -> None:
        frame.open(Ref("quote", quote.id))

    frame.session.run(lambda uow, act: start(uow, act, customer_id=customer_id), begun)

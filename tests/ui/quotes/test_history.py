from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.access.actor import SOLO_ID
from app.i18n.formats import formats
from app.kernel.changes import Ref
from app.services.timeline import Entry, Link
from ui.quotes.history import chain_links, timeline_entries

QUOTE, CONTRACT = Ref("quote", UUID(int=1)), Ref("contract", UUID(int=2))
AT = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


def test_the_newest_comes_first_in_the_companys_time():
    entries = (
        Entry(AT, "Jo Field", "quote.sent", "Q-1", "quote", QUOTE.id),
        Entry(AT, "Jo Field", "contract.signed", "C-1", "contract", CONTRACT.id),
    )

    made, sent = timeline_entries(entries, QUOTE, "Europe/Berlin", formats("en"))

    assert (made.text, made.link, made.link_text) == ("Contract made", CONTRACT, "C-1")
    assert (sent.text, sent.link) == ("Sent", None)
    assert sent.who_and_when.startswith("Jo Field, Mar 3, 2026, 12:30")


@pytest.mark.parametrize(
    ("actor", "said"),
    [(str(SOLO_ID), "You"), (str(UUID(int=99)), "Somebody"), ("", "Somebody")],
)
def test_u28_every_entry_says_who_even_where_the_journal_has_no_name(actor, said):
    [entry] = timeline_entries(
        (Entry(AT, actor, "quote.sent", "Q-1", "quote", QUOTE.id),),
        QUOTE,
        "Europe/Berlin",
        formats("en"),
    )

    assert entry.who_and_when.startswith(f"{said}, Mar 3, 2026")


def test_what_nobody_has_words_for_is_shown_as_it_is():
    [entry] = timeline_entries(
        (Entry(AT, "Jo", "quote.odd", "Q-1", "quote", QUOTE.id),), QUOTE, "UTC", formats("en")
    )

    assert entry.text == "quote.odd"


def test_the_chain_marks_the_document_shown():
    first, second = chain_links(
        (
            Link("quote", QUOTE.id, "Q-1", "accepted"),
            Link("contract", CONTRACT.id, "C-1", "active"),
        ),
        CONTRACT,
    )

    assert (first.text, first.target, first.current) == ("Q-1", QUOTE, False)
    assert second.current

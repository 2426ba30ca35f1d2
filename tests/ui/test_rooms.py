from dataclasses import dataclass
from uuid import UUID

import pytest

from app.kernel.changes import Ref
from ui import rooms
from ui.rooms import all_rooms, find_everywhere


@dataclass(frozen=True)
class Found:
    kind: str
    id: UUID
    label: str
    title: str


@dataclass(frozen=True)
class Result:
    hits: tuple[Found, ...]
    more: bool = False


class TestAllRooms:
    def test_the_sidebar_goes_from_quote_to_cash(self):
        ids = [section.id for section in all_rooms().sections]

        assert ids == [
            "home", "quotes", "contracts", "invoices", "payments", "customers", "catalog", "settings",
        ]  # fmt: skip

    def test_every_section_has_a_mnemonic_and_an_icon_of_its_own(self):
        sections = all_rooms().sections

        assert all("&" in section.text() for section in sections)
        assert len({section.icon for section in sections}) == len(sections)

    def test_the_ways_into_other_rooms_are_on_every_page(self):
        assert [spec.id for spec in all_rooms().actions(None)] == [
            "quotes.new", "payments.new", "imports.open",
        ]  # fmt: skip


class TestFindEverywhere:
    @pytest.fixture(autouse=True)
    def _found(self, monkeypatch):
        from app.services import search

        hits = (
            Found("customer", UUID(int=1), "C1", "Acme AG"),
            Found("quote", UUID(int=2), "Q-2026-0001", "Acme AG"),
            Found("product", UUID(int=3), "A-1", "Anvil"),
            Found("invoice", UUID(int=4), "INV-1", "Acme AG"),
        )
        monkeypatch.setattr(search, "find", lambda _unit, _text: Result(hits, more=True))

    def test_hits_of_a_group_stand_together_the_best_group_first(self):
        answer = find_everywhere(None, "acme")

        assert [hit.group for hit in answer.hits] == ["Customers", "Documents", "Documents", "Products"]
        assert answer.more

    def test_a_hit_opens_its_document(self):
        assert find_everywhere(None, "acme").hits[0].key == Ref("customer", UUID(int=1))


def test_what_the_palette_finds_can_be_opened():
    assert set(rooms._groups()) == set(rooms._ICONS) == set(all_rooms().documents)

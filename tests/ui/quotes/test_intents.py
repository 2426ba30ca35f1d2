from decimal import Decimal
from uuid import UUID

import pytest

from app.quotes.lines import LineKind, QuoteLine
from app.services.quote_files import new_line
from tests.support.deals import a_draft, sent
from tests.support.ui_quotes import a_presenter
from ui.quotes.ids import LineIds
from ui.quotes.intents import GridIntents
from ui.widgets.hits import Hit


@pytest.fixture
def presenter(store, qtbot):
    return a_presenter(store, a_draft(store, ("A-1", "10"), ("B-2", "25")))


@pytest.fixture
def intents(presenter):
    return GridIntents(presenter, LineIds(), presenter)


def skus(presenter) -> list[str]:
    return [line.sku for line in presenter.quote.lines]


def product(store, sku):
    with store.reading() as unit:
        return unit.products.by_sku(sku)


class TestPick:
    def test_puts_the_product_into_a_new_last_line(self, presenter, intents, store):
        found = product(store, "S-3")

        intents.pick(None, Hit(found, "S-3"))

        line = presenter.quote.lines[2]
        assert line == new_line(found, line_id=line.id, language="de")

    def test_replaces_the_product_of_a_line_and_keeps_its_quantity(self, presenter, intents, store):
        line = presenter.quote.lines[0].id

        intents.pick(line, Hit(product(store, "S-3"), "S-3"))

        assert (presenter.quote.lines[0].sku, presenter.quote.lines[0].quantity) == ("S-3", Decimal(10))
        assert presenter.document.stack.undoText() == "Change product"

    def test_anything_else_changes_nothing(self, presenter, intents):
        before = presenter.quote

        intents.pick(None, Hit("no product", "?"))

        assert presenter.quote is before


class TestChange:
    def test_an_sku_that_was_not_picked_is_looked_up(self, presenter, intents, qtbot):
        assert intents.change(None, "sku", "S-3") == ""

        qtbot.wait_until(lambda: presenter.quote.lines[2].product_id is not None)
        assert presenter.quote.lines[2].sku == "S-3"

    def test_an_emptied_sku_is_refused(self, presenter, intents):
        assert "needs an SKU" in intents.change(presenter.quote.lines[0].id, "sku", " ")

    def test_a_line_that_is_gone_is_said(self, intents):
        assert intents.change(UUID(int=404), "quantity", "1")

    def test_words_on_the_empty_line_are_text(self, presenter, intents):
        assert intents.change(None, "name", "Hello") == ""

        assert presenter.quote.lines[2].kind is LineKind.TEXT

    def test_a_text_that_cannot_be_kept_is_refused(self, presenter, intents):
        assert intents.change(None, "name", "abc\u202edef")
        assert len(presenter.quote.lines) == 2


class TestOrder:
    def test_lines_move_and_are_copied_as_one_step_each(self, presenter, intents):
        first, second = (line.id for line in presenter.quote.lines)

        intents.move([second], first)
        intents.duplicate([second])
        steps = presenter.document.stack.count()

        assert (skus(presenter), steps) == (["B-2", "B-2", "A-1"], 2)

    def test_removing_several_names_them(self, presenter, intents):
        intents.remove([line.id for line in presenter.quote.lines])

        assert presenter.document.stack.undoText() == "Delete 2 lines"


def test_another_quotes_lines_come_with_ids_of_their_own(presenter, intents):
    before = [line.id for line in presenter.quote.lines]

    intents.add_from(presenter.quote)

    assert skus(presenter) == ["A-1", "B-2", "A-1", "B-2"]
    assert len({line.id for line in presenter.quote.lines} - set(before)) == 2


def test_a_product_to_be_made_is_asked_for(intents, qtbot):
    with qtbot.wait_signal(intents.create_wanted) as asked:
        intents.create(None, "Bracket")

    assert asked.args == [None, "Bracket"]


def test_a_sent_quote_takes_no_intent(store, qtbot):
    presenter = a_presenter(store, sent(store, a_draft(store, ("A-1", "1"))))
    intents = GridIntents(presenter, LineIds(), presenter)

    assert "can no longer be changed" in intents.change(presenter.quote.lines[0].id, "quantity", "2")
    assert isinstance(presenter.quote.lines[0], QuoteLine)

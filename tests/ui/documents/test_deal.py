from uuid import UUID

from app.i18n.formats import formats
from app.kernel.changes import Ref
from tests.support.deals import accepted
from ui.documents.deal import condensed, deal_of
from ui.widgets.chain_bar import ChainLink

QUOTE = ChainLink("Q-1", "file-text", Ref("quote", UUID(int=1)))


def invoices(*numbers, current=0):
    return [ChainLink(f"INV-{n}", "receipt-text", Ref("invoice", UUID(int=n)), n == current) for n in numbers]


class TestCondensed:
    def test_one_of_a_kind_stands_for_itself(self):
        assert condensed([QUOTE, *invoices(1)]) == (QUOTE, *invoices(1))

    def test_of_several_the_last_stands_for_all(self):
        assert [link.text for link in condensed([QUOTE, *invoices(1, 2, 3)])] == [
            "Q-1",
            "INV-3 and 2 more",
        ]

    def test_the_one_shown_goes_before_the_last(self):
        (_quote, shown) = condensed([QUOTE, *invoices(1, 2, 3, current=2)])

        assert (shown.text, shown.current) == ("INV-2 and 2 more", True)


def test_the_deal_of_a_contract_reaches_back_to_its_quote(store):
    contract = accepted(store, ("A-1", "1"))

    with store.reading() as unit:
        deal = deal_of(unit, Ref("contract", contract.id), formats("en"))

    assert [link.text for link in deal.links] == [contract.quote_number, contract.number]
    assert deal.entries[0].text == "Contract made"

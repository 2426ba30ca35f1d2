from dataclasses import replace
from uuid import UUID

from app.billing.chain import link
from app.billing.content import hash_of
from tests.support.billing import a_contract, a_one_off, an_invoice, euros

INVOICE = an_invoice(a_contract(a_one_off(1, "10.00")))


class TestHashOf:
    def test_the_place_in_the_chain_and_the_tokens_of_the_store_are_left_out(self):
        chain = link(position=1, previous="", number="", content="")
        moved = replace(INVOICE, chain=chain, rev=UUID(int=1), version=7, owner="x")

        assert hash_of(moved) == hash_of(INVOICE)

    def test_anything_said_differently_changes_it(self):
        line = replace(INVOICE.lines[0], amount=euros("10.01"))
        others = [
            replace(INVOICE, number="INV-1"),
            replace(INVOICE, notes="x"),
            replace(INVOICE, lines=(line,)),
        ]

        assert len({hash_of(INVOICE), *map(hash_of, others)}) == 4

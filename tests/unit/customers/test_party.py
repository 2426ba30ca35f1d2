from app.company.bank_account import NO_ACCOUNT
from app.company.contact import ElectronicAddress
from app.customers.party import Party, party_of_customer, party_of_seller
from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_canonical
from tests.support.company import IBAN, VAT_ID, a_seller
from tests.support.customers import a_customer


class TestParty:
    def test_of_a_seller_keeps_what_its_papers_show(self):
        party = party_of_seller(a_seller())

        assert (party.name, party.legal_name, party.vat_id) == ("Rhine Tools", "Rhine Tools GmbH", VAT_ID)
        assert (party.address.city, party.registration, party.website) == (
            "Bonn",
            "HRB 1234, Bonn",
            "https://rhine.example",
        )
        assert party.bank is not None
        assert party.bank.iban == IBAN

    def test_of_a_seller_without_an_account_has_none(self):
        assert party_of_seller(a_seller(bank=NO_ACCOUNT)).bank is None

    def test_of_a_customer_keeps_name_address_and_numbers(self):
        party = party_of_customer(a_customer())

        assert (party.name, party.reference, party.address.subdivision) == ("Bike World", "C-001", "US-WA")
        assert (party.contact.person, party.vat_id) == ("Bob", "")

    def test_takes_the_documents_own_buyer_reference_before_the_standing_one(self):
        assert party_of_customer(a_customer()).buyer_reference == "PO 7"
        assert party_of_customer(a_customer(), buyer_reference="PO 8").buyer_reference == "PO 8"

    def test_does_not_change_with_the_customer(self):
        customer = a_customer()
        party = party_of_customer(customer)

        assert party == party_of_customer(customer)
        assert party != party_of_customer(a_customer(name="Bike World Ltd"))


class TestStoring:
    def test_comes_back_as_it_was(self):
        electronic = ElectronicAddress("0088", "4012345000009")
        for party in (
            Party("Nobody"),
            party_of_seller(a_seller(electronic_address=electronic)),
            party_of_customer(a_customer(electronic_address=electronic)),
        ):
            stored = parse_canonical(canonical_json(party.to_mapping()))
            assert isinstance(stored, dict)
            assert Party.of_mapping(stored) == party

    def test_reads_an_older_document_that_knew_less(self):
        assert Party.of_mapping({"name": "Nobody"}) == Party("Nobody")

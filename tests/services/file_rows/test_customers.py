from app.company.tax_id import TaxIdKind
from app.customers.tax_status import BuyerKind
from app.kernel.address import Address
from tests.support.files import counts, imported, looked_at
from tests.support.stores import an_act

HEAD = "reference,name,street,city,postcode,country,email"
ROW = "N1,Neu AG,Weg 2,Wien,1010,AT,a@example.com"


def customer(store, reference="N1"):
    with store.reading() as unit:
        return unit.customers.by_reference(reference)


class TestCustomers:
    def test_writes_a_customer(self, store):
        assert counts(imported(store, "customers", f"{HEAD},tax_id\n{ROW},ATU12345678\n")) == (1, 0, 0, 0)
        found = customer(store)
        assert found.billing == Address("", ("Weg 2",), "1010", "Wien", "AT")
        assert (found.contact.email, found.tax_status.vat_id) == ("a@example.com", "ATU12345678")

    def test_the_same_file_again_changes_nothing(self, store):
        imported(store, "customers", f"{HEAD}\n{ROW}\n")
        before = customer(store)
        assert counts(imported(store, "customers", f"{HEAD}\n{ROW}\n")) == (0, 0, 1, 0)
        assert customer(store) == before

    def test_a_change_keeps_what_no_file_says(self, store):
        before = customer(store, "C1")
        seen = imported(store, "customers", "reference,name,city,country\nC1,Acme AG,Köln,DE\n")
        assert counts(seen) == (0, 1, 0, 0)
        assert [change.column for change in seen.comparison.changed[0].columns] == ["city"]
        after = customer(store, "C1")
        assert (after.id, after.billing.city, after.billing.lines) == (
            before.id,
            "Köln",
            before.billing.lines,
        )
        assert after.tax_status == before.tax_status

    def test_reads_everything_else_there_is(self, store):
        imported(
            store,
            "customers",
            "reference,name,country,state,shipping_street,shipping_country,kind,language,currency,price_book,"
            "payment_terms,national_tax_id,electronic_scheme,electronic_id,notes,active\n"
            'N1,Neu,US,Texas,Ramp 1,AT,consumer,en,USD,LIST,"2% discount 10 days, 30 days",12-345,EM,'
            "a@example.com,Hello,no\n",
        )
        found = customer(store)
        assert (found.billing.subdivision, found.ships_to.lines) == ("US-TX", ("Ramp 1",))
        assert (found.tax_status.kind, found.tax_status.tax_ids[0].kind) == (
            BuyerKind.CONSUMER,
            TaxIdKind.NATIONAL,
        )
        assert (found.language, found.currency.code, found.price_book) == ("en", "USD", "LIST")
        assert (str(found.payment_terms), found.active) == ("2% discount 10 days, 30 days", False)

    def test_a_customer_in_the_bin_comes_out_of_it(self, store):
        imported(store, "customers", f"{HEAD}\n{ROW}\n")
        with store.writing(an_act()) as uow:
            uow.customers.put_in_bin(uow.customers.by_reference("N1").id)
        assert counts(imported(store, "customers", f"{HEAD}\n{ROW}\n")) == (1, 0, 0, 0)
        with store.reading() as unit:
            assert not unit.customers.is_binned(unit.customers.by_reference("N1").id)

    def test_names_a_price_book_that_is_not_there(self, store):
        seen = looked_at(store, "customers", "reference,name,price_book\nN1,Neu,GOLD\n")
        assert [(p.column, p.code) for p in seen.parsed.problems] == [
            ("price_book", "exchange.price_book_unknown")
        ]

import pytest

from tests.cli.conftest import CUSTOMERS


@pytest.fixture
def invoiced(offered):
    shell, number = offered
    shell("quote", "accept", number)
    return shell, shell.json("invoice", "issue", "--from", number)["number"]


def pay(shell, amount, *words):
    """Book a payment of C1 that came in today."""
    return shell.json(
        "payment", "book", "--customer", "C1", "--amount", amount, "--date", str(shell.today), *words
    )


class TestContract:
    def test_shows_its_billing_schedule(self, offered):
        shell, number = offered
        contract = shell.json("quote", "accept", number)["contract"]

        shown = shell.json("contract", "show", contract)

        assert [row["state"] for row in shown["schedule"]] == ["due", "due"]
        assert shown["total"] == "1199.91"


class TestInvoice:
    def test_twice_finds_nothing_to_bill(self, invoiced):
        shell, number = invoiced
        contract = shell.json("invoice", "show", number)["contract"]

        assert shell.json("invoice", "issue", "--from", contract, code=1)["error"]["code"] == (
            "billing.nothing_to_bill"
        )

    def test_a_credit_note_settles_it(self, invoiced):
        shell, number = invoiced

        note = shell.json("invoice", "credit", number)

        assert (note["kind"], note["corrects"], note["total"]) == ("credit_note", number, "1199.91")
        assert shell.json("invoice", "show", number)["status"] == "credited"
        assert note["number"] in shell("invoice", "show", note["number"])

    def test_is_credited_once_its_payment_is_reversed(self, invoiced):
        shell, number = invoiced
        paid = pay(shell, "1199.91", "--invoice", number)["number"]
        shell("invoice", "credit", number, code=1)
        assert "Reverse the payment first" in shell.error

        entry = shell.json("payment", "reverse", paid)

        assert (entry["total"], entry["lines"][0]["invoice"]) == ("-1199.91", number)
        assert shell.json("payment", "show", paid)["status"] == "reversed"
        assert shell.json("invoice", "credit", number)["corrects"] == number
        shell("payment", "reverse", paid, code=1)


class TestPdf:
    def test_is_the_same_bytes_every_time(self, invoiced):
        shell, number = invoiced
        first, second = shell.folder / "1.pdf", shell.folder / "2.pdf"

        shell("pdf", number, "-o", str(first))
        shell("pdf", number, "-o", str(second))

        assert first.read_bytes().startswith(b"%PDF")
        assert first.read_bytes() == second.read_bytes()

    def test_a_number_nobody_has_is_refused(self, house):
        house("pdf", "X-9", "-o", str(house.folder / "x.pdf"), code=1)

        assert not (house.folder / "x.pdf").exists()


class TestPayment:
    @pytest.mark.parametrize(
        ("amount", "day", "code"),
        [
            ("0", "2026-01-05", 1),
            ("-3", "2026-01-05", 1),
            ("0.001", "2026-01-05", 1),
            ("1,5", "2026-01-05", 2),
            ("NaN", "2026-01-05", 2),
            ("5", "5.1.2026", 2),
            ("5", "2999-01-01", 1),
        ],
    )
    def test_refuses_what_cannot_be_booked(self, house, amount, day, code):
        house("payment", "book", "--customer", "C1", "--amount", amount, "--date", day, code=code)

        assert house.error

    def test_what_is_left_over_stays_credit(self, invoiced):
        shell, number = invoiced

        paid = shell.json(
            "payment", "book", "--customer", "C1", "--amount", "1200", "--date", str(shell.today),
            "--invoice", number,
        )  # fmt: skip

        assert (paid["total"], paid["open"]) == ("1200.00", "0.09")

    def test_came_in_today_where_no_day_is_told(self, invoiced):
        shell, _ = invoiced

        assert shell.json("payment", "book", "--customer", "C1", "--amount", "5")["on"] == str(shell.today)

    def test_an_invoice_of_somebody_else_or_paid_already_takes_no_payment(self, invoiced):
        shell, number = invoiced
        shell("import", "customers", shell.file("c2.csv", CUSTOMERS.replace("C1,Acme", "C2,Other")))

        def book(customer, amount):
            words = ("--amount", amount, "--date", str(shell.today), "--invoice", number)
            return shell.json("payment", "book", "--customer", customer, *words, code=1)["error"]["code"]

        assert book("C2", "5") == "payments.invoice_of_another"
        pay(shell, "1199.91", "--invoice", number)
        assert book("C1", "5") == "payments.nothing_open"

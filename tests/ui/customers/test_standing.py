from datetime import date

from app.i18n.formats import formats
from app.services import billing, customers
from app.services.lists import PageRequest, invoices, quotes
from tests.support.deals import ACME, accepted
from tests.support.stores import an_act
from ui.customers.standing import standing_of


def test_names_turnover_and_what_is_open_and_late(store):
    contract = accepted(store, ("A-1", "10"))
    with store.writing(an_act()) as uow:
        billing.issue(uow, an_act(), contract_id=contract.id)
    later = date(2026, 5, 1)
    with store.reading() as unit:
        page = customers.page(unit, an_act(day=later), customer_id=ACME)
        documents = (quotes(unit, PageRequest("dated")), invoices(unit, PageRequest("issued_on")))

    shown = standing_of(page, documents, later, formats("en"))

    (figure,) = shown.figures
    assert (figure.amount, figure.note, figure.late) == (
        "€1,000.00",
        "€1,190.00 open, €1,190.00 overdue",
        True,
    )
    assert [row.who for row in shown.lists[0].rows] == ["overdue"]

from dataclasses import replace
from datetime import timedelta

import pytest

from app.kernel.changes import Ref
from app.services import billing
from tests.support.deals import ACME, accepted
from tests.support.stores import TODAY, an_act
from tests.support.ui_deals import cells, said


@pytest.fixture
def contract(store):
    return accepted(store, ("A-1", "2"), ("S-3", "10"))


class TestWhatItSays:
    def test_parties_dates_and_items_stand_apart(self, desk, contract):
        page = desk.open("contract", contract.id)

        assert page.heading().title == contract.number
        assert page.heading().chip.text == "Active"
        assert [fact.value for fact in page.facts.facts if fact.label == "Customer"] == ["Acme AG"]
        assert len(page.subscriptions.rows.rows) == 1
        assert len(page.one_offs.rows.rows) == 1

    def test_a_part_that_has_nothing_is_not_shown(self, desk, store):
        page = desk.open("contract", accepted(store, ("A-1", "1")).id)

        assert page.subscriptions.parentWidget().isHidden()
        assert page.documents.parentWidget().isHidden()

    def test_the_chain_leads_back_to_the_quote(self, desk, contract):
        page = desk.open("contract", contract.id)

        assert [link.text for link in page.body.chain.links] == [contract.quote_number, contract.number]
        assert page.shown.quote == Ref("quote", contract.quote_id)

    def test_the_timeline_names_who_made_it(self, desk, contract):
        page = desk.open("contract", contract.id)

        assert page.body.timeline.entries[0].text == "Contract made"

    def test_an_action_opens_the_quote(self, desk, contract, monkeypatch):
        opened = []
        page = desk.open("contract", contract.id)
        monkeypatch.setattr(desk.window, "open", opened.append)

        page.open_quote()

        assert opened == [Ref("quote", contract.quote_id)]


class TestIssue:
    def test_shows_what_would_be_issued_before_it_takes_a_number(self, desk, contract):
        page = desk.open("contract", contract.id)

        desk.act("contracts.issue")

        assert "Issue an invoice to Acme AG?" in said(page.dialog)
        assert len(page.dialog.lines.rows.rows) == 2
        assert page.documents.rows.rows == []

    def test_issues_opens_the_invoice_and_keeps_its_paper(self, desk, store, contract):
        desk.open("contract", contract.id)
        desk.act("contracts.issue")

        desk.confirm()

        assert desk.page.heading().title == "INV-2026-00001"
        with store.reading() as unit:
            issued = unit.invoices.by_number("INV-2026-00001")
            assert unit.files.of_document("invoice", issued.id).content.startswith(b"%PDF")

    def test_everything_billed_says_why_and_when_next(self, desk, store, contract):
        with store.writing(an_act()) as uow:
            billing.issue(uow, an_act(), contract_id=contract.id)

        page = desk.open("contract", contract.id)

        reason = desk.why_not("contracts.issue")
        assert reason.startswith("Everything due is invoiced. The next invoice, ")
        assert reason.endswith("can be issued on Apr 2, 2026.")
        assert page.body.notice.text == reason

    def test_one_offs_billed_leave_nothing_planned(self, desk, store):
        contract = accepted(store, ("A-1", "1"))
        with store.writing(an_act()) as uow:
            billing.issue(uow, an_act(), contract_id=contract.id)

        desk.open("contract", contract.id)

        assert desk.why_not("contracts.issue") == "Everything is invoiced; nothing more is planned."

    def test_the_next_month_is_due_when_its_day_comes(self, desk, store, contract):
        with store.writing(an_act()) as uow:
            billing.issue(uow, an_act(), contract_id=contract.id)
        desk.today = TODAY + timedelta(days=31)

        desk.open("contract", contract.id)

        assert desk.why_not("contracts.issue") == ""

    def test_findings_are_read_before_the_act(self, desk, store, contract):
        with store.writing(an_act()) as uow:
            company = uow.company.get()
            uow.company.save(replace(company, seller=replace(company.seller, tax_ids=())))
        page = desk.open("contract", contract.id)

        desk.act("contracts.issue")

        assert any("tax id" in each.text for each in page.dialog.findings.findings)
        assert page.dialog.yes.isEnabled()

    def test_somebody_faster_is_told_in_the_dialog(self, desk, store, contract):
        page = desk.open("contract", contract.id)
        desk.act("contracts.issue")
        with store.writing(an_act()) as uow:
            billing.issue(uow, an_act(), contract_id=contract.id)

        desk.confirm()

        assert "invoiced already" in page.dialog.problem.text()
        page.dialog.reject()

    def test_a_finding_about_the_buyer_leads_to_them(self, desk, contract, monkeypatch):
        page = desk.open("contract", contract.id)
        desk.act("contracts.issue")
        opened = []
        monkeypatch.setattr(desk.window, "open", opened.append)

        page.dialog.jump_wanted.emit("buyer.address")

        assert opened == [Ref("customer", ACME)]

    def test_a_second_contract_page_follows_when_an_invoice_is_issued(self, desk, contract):
        page = desk.open("contract", contract.id)
        desk.act("contracts.issue")
        desk.confirm()
        desk.window.back()
        desk.settle()

        assert desk.page is page
        assert [row[0] for row in cells(page.documents)] == ["INV-2026-00001"]


class TestStrip:
    def test_a_billed_month_opens_its_invoice(self, desk, contract):
        page = desk.open("contract", contract.id)
        desk.act("contracts.issue")
        desk.confirm()
        desk.window.open(Ref("contract", contract.id))
        desk.settle()

        page.strip.chosen.emit(0)
        desk.settle()

        assert desk.page.heading().title == "INV-2026-00001"


class TestAccess:
    def test_every_table_has_a_name(self, desk, contract):
        page = desk.open("contract", contract.id)

        tables = (page.subscriptions, page.one_offs, page.schedule, page.documents)
        assert all(table.accessibleName() for table in tables)

    def test_f9_hides_and_shows_the_right_side(self, desk, contract):
        page = desk.open("contract", contract.id)

        desk.act("contracts.aside")
        assert page.body.aside.isHidden()
        desk.act("contracts.aside")
        assert page.body.aside.isVisible()

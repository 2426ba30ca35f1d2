from uuid import UUID

import pytest

from app.kernel.changes import Changes, Ref
from tests.support.deals import a_draft
from tests.support.ui_company import a_company_file
from ui.home.presenter import HomePresenter
from ui.shell.session import Session


@pytest.fixture
def presenter(store, qapp):
    return HomePresenter(Session(a_company_file(store)))


def test_shows_what_the_file_holds(presenter, store, qtbot):
    draft = a_draft(store, ("A-1", "10"))

    with qtbot.wait_signal(presenter.shown) as seen:
        presenter.ask()

    drafts = next(short for short in seen.args[0].lists if short.title == "Drafts to finish")
    assert [(row.number, row.who, row.amount) for row in drafts.rows] == [
        (draft.number, "Acme AG", "€1,190.00")
    ]


@pytest.mark.parametrize(("kind", "asks"), [("quote", True), ("invoice", True), ("product", False)])
def test_asks_again_only_for_documents(presenter, qtbot, kind, asks):
    changes = Changes(frozenset({Ref(kind, UUID(int=1))}))

    if asks:
        with qtbot.wait_signal(presenter.shown):
            presenter.refresh(changes)
    else:
        with qtbot.assert_not_emitted(presenter.shown, wait=100):
            presenter.refresh(changes)

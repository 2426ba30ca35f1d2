from pathlib import Path

from app.i18n.formats import formats
from app.kernel.findings import Severity
from ui.imports.result_view import ResultView
from ui.imports.work import DECIMAL, Trial
from ui.widgets.findings import ShownFinding


def a_trial(**facts) -> Trial:
    known = {
        "counts": {"new": 1200, "changed": 2, "same": 3, "faulty": 0},
        "findings": (),
        "problems": (),
        "problem_count": 0,
        "unmapped": (),
        "asks": frozenset(),
        "parsed": None,
    }
    return Trial(**(known | facts))


def a_view(qtbot) -> ResultView:
    view = ResultView(formats("en"))
    qtbot.add_widget(view)
    return view


def test_counts_are_written_as_people_write_numbers(qtbot):
    view = a_view(qtbot)
    view.show_trial(a_trial(), "This would happen")

    assert view._figures["new"].text() == "1,200"


def test_a_question_stays_once_it_was_asked_until_another_table_comes(qtbot):
    view = a_view(qtbot)
    blocker = ShownFinding(Severity.BLOCKER, "Say which")
    view.show_trial(a_trial(asks=frozenset({DECIMAL}), findings=(blocker,)), "")
    view.show_trial(a_trial(), "")
    assert view.decimal.isVisibleTo(view)
    assert not view.order.isVisibleTo(view)

    view.forget()

    assert not view.decimal.isVisibleTo(view)


def test_only_the_first_problems_are_listed_and_the_rest_counted(qtbot):
    view = a_view(qtbot)
    counts = {"new": 0, "changed": 0, "same": 0, "faulty": 7}
    view.show_trial(a_trial(counts=counts, problems=("Line 2: x",), problem_count=7), "")

    assert [view.problems.item(row).text() for row in range(view.problems.count())] == [
        "Line 2: x",
        "and 6 more",
    ]
    assert view.skip.isVisibleTo(view)


def test_where_the_backup_lies_is_said_once_it_is_made(qtbot):
    view = a_view(qtbot)
    view.show_trial(a_trial(), "")
    assert not view.backup.isVisibleTo(view)

    view.show_trial(a_trial(backup=Path("backups") / "office.db"), "Imported")
    assert view.backup.isVisibleTo(view)
    assert view.backup.text().endswith("office.db")

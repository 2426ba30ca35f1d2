from pathlib import Path

import pytest

from ui.kit.progress import LongJob
from ui.shell.status_line import SaveState, StatusLine


@pytest.fixture
def status(qtbot) -> StatusLine:
    status = StatusLine()
    qtbot.addWidget(status)
    status.show_file(Path("/data/acme.db"))
    return status


def test_names_the_file_and_says_that_all_is_saved(status):
    assert status._name.text() == "acme.db"
    assert status._name.toolTip() == "/data/acme.db"
    assert status._words.text() == "Saved"


@pytest.mark.parametrize(
    ("state", "words"), [(SaveState.SAVING, "Saving"), (SaveState.UNSAVED, "Not saved yet")]
)
def test_u37_says_in_words_what_is_not_saved(status, state, words):
    status.show_state(state)

    assert status._words.text() == words


def test_a_file_that_cannot_be_written_says_why(status):
    status.show_file(Path("old.db"), "A newer program made this file.")

    assert status._why.text() == "A newer program made this file."


def test_the_progress_is_made_when_first_needed(qtbot, status):
    assert status.progress is None
    job = LongJob("Import", lambda _report, _cancelled: None)
    status.watch(job)

    assert status.progress is not None

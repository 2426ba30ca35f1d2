import sys

from ui.quotes import list_view
from ui.quotes.sample import open_sample


def test_the_sample_opens_in_a_process_of_its_own():
    asked: list[tuple[str, list[str]]] = []

    def start(program, arguments, _folder):
        asked.append((program, arguments))
        return True, 4711

    assert open_sample(start)
    assert asked == [(sys.executable, ["-m", "ui", "--sample"])]


def test_a_built_program_starts_itself(monkeypatch):
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    open_sample(lambda _program, arguments, _folder: asked.append(arguments))

    assert asked == [["--sample"]]


def test_a_program_that_cannot_be_started_is_said():
    assert not open_sample(lambda *_what: (False, -1))


def test_an_empty_list_offers_it(window, qtbot, monkeypatch):
    monkeypatch.setattr(list_view, "open_sample", lambda: True)
    window.open_section("quotes")
    page = window.page
    qtbot.wait_until(page.list.empty_state.isVisible)

    page.list.empty_state._sample.click()

    assert page.list.empty_state._sample.isVisible()
    assert window._toasts.text == "The sample company opens in a window of its own."

import os

import environment
import pytest
import start


@pytest.fixture
def python(tmp_path):
    """A Python that only says how it was called, and ends with 7."""
    program = tmp_path / "python"
    program.write_text(f'#!/bin/sh\necho "$QT_QPA_PLATFORM" "$@" > {tmp_path}/said\nexit 7\n')
    program.chmod(0o755)
    return program


@pytest.fixture
def said(tmp_path):
    return lambda: (tmp_path / "said").read_text().split()


@pytest.mark.parametrize("arguments", [[], ["--demo"]])
def test_without_a_display_the_demo_is_played(monkeypatch, python, said, arguments):
    monkeypatch.setattr("sys.argv", ["start.py", *arguments])
    monkeypatch.setattr(environment, "prepare", lambda *, tests, window: python)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(start, "has_display", lambda _env: bool(arguments))

    assert start.main() == 7
    assert said() == ["offscreen", "-m", "ui.demo", "--out", "out"]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot replace a process")
def test_with_a_display_the_window_opens_with_the_sample_company(monkeypatch, python):
    asked, started = [], []
    monkeypatch.setattr("sys.argv", ["start.py"])
    monkeypatch.setattr(start, "has_display", lambda _env: True)
    monkeypatch.setattr(environment, "prepare", lambda **wanted: asked.append(wanted) or python)
    monkeypatch.setattr(os, "chdir", lambda _folder: None)
    monkeypatch.setattr(os, "execv", lambda program, words: started.append((program, words[1:])))

    start.main()

    assert asked == [{"tests": False, "window": True}]
    assert started == [(python, ["-m", "ui", "--sample"])]


def test_a_set_up_that_fails_says_why(monkeypatch, capsys):
    def fail(**_wanted):
        raise environment.SetupFailed("no network")

    monkeypatch.setattr("sys.argv", ["start.py", "--demo"])
    monkeypatch.setattr(environment, "prepare", fail)

    assert start.main() == 1
    assert capsys.readouterr().err == "no network\n"

import sys
from pathlib import Path

import environment
import pytest


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """An environment whose Python is the one of this test."""
    python = environment.python_of(tmp_path)
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "set-up.txt")
    (tmp_path / "pyvenv.cfg").write_bytes((Path(sys.prefix) / "pyvenv.cfg").read_bytes())
    return tmp_path


class TestUpToDate:
    def test_is_false_before_the_first_set_up(self, venv):
        assert not environment.up_to_date(tests=False)

    @pytest.mark.parametrize(
        ("made_for", "asked_for_tests", "serves"),
        [("", False, True), ("", True, False), ("test", True, True), ("test", False, True)],
    )
    def test_an_environment_with_tests_serves_both(
        self, venv, monkeypatch, made_for, asked_for_tests, serves
    ):
        monkeypatch.setattr(environment, "_works", lambda: True)
        environment.STAMP.write_text(environment._stamp(made_for))

        assert environment.up_to_date(tests=asked_for_tests) is serves

    def test_is_false_when_the_versions_changed(self, venv, monkeypatch, tmp_path):
        monkeypatch.setattr(environment, "_works", lambda: True)
        environment.STAMP.write_text(environment._stamp("test"))
        changed = tmp_path / "constraints.txt"
        changed.write_bytes(environment.CONSTRAINTS.read_bytes() + b"\n")
        monkeypatch.setattr(environment, "CONSTRAINTS", changed)

        assert not environment.up_to_date(tests=True)

    def test_is_false_when_the_python_below_is_gone(self, venv):
        environment.STAMP.write_text(environment._stamp("test"))
        environment.python_of(venv).unlink()
        environment.python_of(venv).symlink_to(venv / "gone")

        assert not environment.up_to_date(tests=True)


class TestWithAPythonNewEnough:
    def test_names_the_version_needed_when_there_is_none(self, monkeypatch):
        monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
        monkeypatch.setattr(environment.shutil, "which", lambda _name: None)

        with pytest.raises(environment.SetupFailed, match=r"Python 3\.11 or newer is needed"):
            environment.with_a_python_new_enough()

    def test_goes_on_in_the_newest_found(self, monkeypatch):
        started = []
        monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
        monkeypatch.setattr(environment.shutil, "which", {"python3.12": "/usr/bin/python3.12"}.get)
        monkeypatch.setattr(
            environment.os, "execv", lambda path, _arguments: started.append(path) or sys.exit()
        )

        with pytest.raises(SystemExit):
            environment.with_a_python_new_enough()

        assert started == ["/usr/bin/python3.12"]

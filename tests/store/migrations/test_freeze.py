import io

import pytest

from app.store.migrations import freeze, frozen


@pytest.mark.parametrize("engine", frozen.ENGINES)
def test_the_frozen_schema_is_the_one_in_the_code(engine):
    """When this fails, tables were changed: run `python -m app.store.migrations.freeze`."""
    assert frozen.statements(freeze.FIRST, engine) == freeze.current_statements(engine)


def test_no_released_snapshot_was_changed():
    for name, digest in frozen.RELEASED.items():
        assert frozen.digest(frozen.FOLDER / name) == digest


def test_a_released_snapshot_is_not_written_again(monkeypatch):
    name = frozen.path_of(freeze.FIRST, "sqlite").name
    monkeypatch.setattr(freeze, "RELEASED", {name: "0" * 64})
    monkeypatch.setattr(freeze, "current_statements", lambda _engine: ("CREATE TABLE another (a TEXT)",))
    with pytest.raises(SystemExit, match="was released"):
        freeze.freeze()


def test_proposes_nothing_while_migrations_and_tables_agree():
    out = io.StringIO()
    freeze.main(["--propose"], out)
    assert out.getvalue().split("\n")[1].strip() == "pass"

from app.store.migrations.frozen import joined, path_of, statements


def test_statements_are_read_as_they_were_joined(tmp_path, monkeypatch):
    monkeypatch.setattr("app.store.migrations.frozen.FOLDER", tmp_path)
    said = ("CREATE TABLE a (\n\tb TEXT\n)", "CREATE INDEX c ON a (b)")
    path_of("0009_x", "sqlite").write_text(joined(said), encoding="utf-8")
    assert statements("0009_x", "sqlite") == said

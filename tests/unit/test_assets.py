"""Shipped files are found from source and from the frozen application."""

from __future__ import annotations

import sys

import pytest

from app.assets import asset, resources


def test_a_shipped_folder_is_found_from_source():
    assert asset("locale").is_dir()


def test_a_missing_file_is_named():
    with pytest.raises(FileNotFoundError, match="resources/nothing/here"):
        asset("nothing", "here")


def test_the_frozen_application_looks_where_it_was_unpacked(monkeypatch, tmp_path):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"

"""The project's own pages tell the truth: their rooms exist, their links lead somewhere."""

import re

import pytest

from tests.architecture.house import ROOT, rooms_of_app

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def rooms_told(heading: str) -> list[str]:
    """Return the first column of the table under a heading of the architecture page."""
    _, _, section = ARCHITECTURE.partition(f"## {heading}\n")
    return re.findall(r"^\| `(\w+)` \|", section.partition("\n## ")[0], flags=re.MULTILINE)


def entries(folder: str) -> list[str]:
    built = (e for e in (ROOT / folder).iterdir() if e.suffix == ".py" or any(e.glob("**/*.py")))
    return sorted(e.stem for e in built if e.stem not in {"__init__", "__main__", "__pycache__"})


class TestArchitecturePage:
    def test_tells_of_every_room_of_app(self):
        assert sorted(rooms_told("The rooms of `app`, lowest first")) == rooms_of_app()

    def test_tells_of_every_room_of_the_window(self):
        assert sorted(set(rooms_told("The window")) - {"__main__"}) == entries("ui")

    def test_names_only_files_that_are_there(self):
        named = re.findall(r"`((?:app|ui|tests|packaging)/[\w/.]+)`", ARCHITECTURE)
        assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page):
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


class TestDecisions:
    def test_are_numbered_without_a_gap(self):
        assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))

    @pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
    def test_say_what_was_asked_what_was_decided_and_what_holds_it(self, page):
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {page.name[:4]} ")
        marks = [text.find(mark) for mark in ("**Asked.**", "**Decided.**", "**Follows.**", "**Held by**")]
        assert -1 not in marks
        assert marks == sorted(marks)

"""The changelog can be read by a program: newest first, known headings, one sentence a line."""

import re

import pytest

from app import __version__
from tests.architecture.house import ROOT

RELEASE = re.compile(r"## \[(Unreleased|\d+\.\d+\.\d+)\](?: - (\d{4}-\d{2}-\d{2}))?")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


class NotAChangelog(ValueError):
    """A line of the changelog is none of a heading, an entry, or its continuation."""


def parse(text: str) -> dict[str, dict[str, list[str]]]:
    """Return release -> kind -> entries.

    Raises:
        NotAChangelog: A line does not belong, or a heading is unknown or used twice.
    """
    releases: dict[str, dict[str, list[str]]] = {}
    kinds: dict[str, list[str]] = {}
    entries: list[str] | None = None
    _, _, body = text.partition("\n## ")
    for line in f"## {body}".splitlines():
        if found := RELEASE.fullmatch(line):
            kinds, entries = releases.setdefault(found[1], {}), None
            if kinds or (found[1] != "Unreleased") != bool(found[2]):
                raise NotAChangelog(line)
        elif line.startswith("### ") and line[4:] in KINDS - kinds.keys():
            entries = kinds.setdefault(line[4:], [])
        elif line.startswith("- ") and entries is not None:
            entries.append(line[2:])
        elif line.startswith("  ") and entries:
            entries[-1] += " " + line.strip()
        elif line:
            raise NotAChangelog(line)
    return releases


class TestChangelog:
    releases = parse((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))

    def test_says_what_is_new(self):
        assert self.releases["Unreleased"] or __version__ in self.releases

    def test_has_no_heading_without_an_entry(self):
        assert all(entries for kinds in self.releases.values() for entries in kinds.values())

    def test_speaks_in_sentences(self):
        entries = [e for kinds in self.releases.values() for lines in kinds.values() for e in lines]
        assert [e for e in entries if not (e[0].isupper() or e[0] == "`") or e[-1] != "."] == []


class TestParse:
    def test_reads_releases_kinds_and_wrapped_entries(self):
        text = "# Changelog\n\n## [1.0.0] - 2026-11-30\n\n### Added\n\n- One\n  line.\n- Two.\n"

        assert parse(text) == {"1.0.0": {"Added": ["One line.", "Two."]}}

    @pytest.mark.parametrize(
        "wrong",
        [
            "## [1.0.0]",
            "## [Unreleased] - 2026-11-30",
            "## Soon",
            "## [Unreleased]\n### Cleaned",
            "## [Unreleased]\n- No kind.",
            "## [Unreleased]\n### Added\n### Added",
            "## [Unreleased]\n### Added\nNo dash.",
        ],
    )
    def test_refuses_what_does_not_belong(self, wrong):
        with pytest.raises(NotAChangelog):
            parse(f"# Changelog\n{wrong}\n")

"""The project file tells the truth about the house: its rooms, its libraries, its versions."""

import ast
import re
import sys
from functools import cache
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.house import PROJECT, PURE, ROOT, modules, rooms_of_app

CONTRACTS = {contract["type"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}
FORBIDDEN = [c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["type"] == "forbidden"]
LAYERS = [room for layer in CONTRACTS["layers"]["layers"] for room in layer.split(" | ")]
ONLY_DATA = {"tzdata"}  # read by the standard library's zoneinfo


class TestImportContracts:
    def test_no_room_stands_outside_of_the_flow(self):
        assert set(rooms_of_app()) <= {room.strip("()") for room in LAYERS}

    def test_a_built_room_is_no_longer_optional(self):
        assert [room for room in rooms_of_app() if f"({room})" in LAYERS] == []

    def test_every_pure_room_is_held_pure(self):
        pure = next(c for c in FORBIDDEN if "core is pure" in c["name"])
        assert set(pure["source_modules"]) == {f"app.{room}" for room in rooms_of_app() if room in PURE}

    def test_the_pure_rooms_stand_in_the_flow_in_one_piece_at_the_bottom(self):
        flow = [room.strip("()") for room in LAYERS]
        assert flow[-len(PURE) :] == list(reversed(PURE))


def distribution(requirement: str) -> str:
    return re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0].lower().replace("_", "-")


DECLARED = {distribution(requirement) for requirement in PROJECT["project"]["dependencies"]}
PART_OF_ANOTHER = {"shiboken6"}  # PySide6's own lower half, of the same version
EXTRAS = {
    distribution(requirement)
    for name, requirements in PROJECT["project"]["optional-dependencies"].items()
    if name != "test"
    for requirement in requirements
}


@cache
def imported() -> dict[str, str]:
    """Return every third-party distribution that app or ui imports, with one place that does."""
    owners = packages_distributions()
    return {
        owner.lower().replace("_", "-"): f"{module.path}:{line}"
        for module in modules("app", "ui")
        for line, name in module.imports
        if (top := name.split(".")[0]) not in {*sys.stdlib_module_names, "app", "ui"}
        for owner in owners.get(top, [top])[:1]
    }


def named() -> set[str]:
    """Return the distributions whose modules are found by name, as a package of fonts is."""
    owners = packages_distributions()
    texts = {node.value for m in modules("app", "ui") for node in m.nodes if isinstance(node, ast.Constant)}
    return {owners[text][0].lower().replace("_", "-") for text in texts if text in owners and "_" in text}


class TestDependencies:
    def test_everything_imported_is_declared(self):
        assert {
            name: place
            for name, place in imported().items()
            if name not in DECLARED | EXTRAS | PART_OF_ANOTHER
        } == {}

    def test_everything_declared_is_imported(self):
        assert DECLARED - ONLY_DATA - imported().keys() - named() == set()

    @pytest.mark.parametrize("requirement", PROJECT["project"]["dependencies"])
    def test_every_range_is_open_below_and_closed_above_or_is_data(self, requirement):
        assert re.search(r">=[\d.]+,<[\d.]+$", requirement) or distribution(requirement) in ONLY_DATA

    def test_a_set_up_repeats_with_the_same_versions(self):
        text = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")
        pinned = {line.split("==")[0].lower().replace("_", "-") for line in text.splitlines() if "==" in line}
        assert pinned >= DECLARED

    def test_everything_declared_has_its_reason_and_licence_written_down(self):
        page = (ROOT / "docs" / "decisions" / "0005-dependencies.md").read_text(encoding="utf-8").lower()
        assert [name for name in sorted(DECLARED) if name not in page] == []

    def test_qt_is_held_below_the_release_that_loses_references(self):
        assert "PySide6-Essentials>=6.8,<6.12" in PROJECT["project"]["dependencies"]

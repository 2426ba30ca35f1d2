import pytest

from app.configurator import tree
from app.configurator.tree import TOP, BundleTooLarge, laid_out, written
from tests.support.catalog import a_bundle, a_feature

PC = a_bundle("PC", a_feature("Disks", "SSD", "RAID"), a_feature("Case", "TOWER"))
RAID = a_bundle("RAID", a_feature("Drives", "SSD", "HDD"))
INSIDE_RAID = ("Disks", "RAID", "Drives", "SSD")


def a_tree():
    return laid_out("PC", {"PC": PC, "RAID": RAID})


class TestLaidOut:
    def test_every_option_stands_at_its_place_what_is_nested_behind_it(self):
        assert [written(node.place) for node in a_tree().nodes] == [
            "Disks/SSD",
            "Disks/RAID",
            "Disks/RAID/Drives/SSD",
            "Disks/RAID/Drives/HDD",
            "Case/TOWER",
        ]

    def test_knows_what_is_around_inside_and_beside(self):
        found = a_tree()
        nested = found.by_place[INSIDE_RAID]

        assert list(found.around(nested)) == [1]
        assert list(found.inside(1)) == [2, 3]
        assert found.beside(nested) == (3,)
        assert found.beside(0) == (1,)
        assert found.nodes[0].parent == TOP

    def test_every_bundle_knows_what_lies_inside_it(self):
        raid, whole = a_tree().instances

        assert (raid.sku, raid.owner, raid.place, list(raid.inside)) == ("RAID", 1, ("Disks", "RAID"), [2, 3])
        assert (whole.sku, whole.owner, len(whole.inside)) == ("PC", TOP, 5)

    def test_a_bundle_with_too_many_options_is_refused_by_name(self, monkeypatch):
        monkeypatch.setattr(tree, "MOST_OPTIONS", 4)
        with pytest.raises(BundleTooLarge) as refusal:
            a_tree()
        assert refusal.value.params == {"bundle": "PC", "most": 4}

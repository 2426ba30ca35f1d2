import pytest

from app.catalog.texts import Texts
from app.configurator.conditions import ALWAYS, Chosen, Is, Not
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.plain import law_from_plain, law_to_plain
from app.configurator.rules import Alert, Filter, Selection, Validation
from app.kernel.canonical import canonical_json
from app.kernel.fields import PlainUnreadable
from app.kernel.json_text import parse_json

A, EU = Chosen("A"), Is("region", "EU")
WORDS = Texts.of({"en": "Too hot.", "de": "Zu heiß."})


@pytest.mark.parametrize(
    "law",
    [
        Requires("R", "PC", A, Not(EU)),
        Requires("R", "PC", ALWAYS, A),
        Excludes("É", "PC", A, EU),
        Cardinality("N", "PC", ("A", "B"), maximum=0),
        Cardinality("N", "PC", having=Is("port", "usb"), minimum=1, maximum=3, when=EU),
        Validation("V", "PC", A, WORDS),
        Alert("W", "PC", EU),
        Selection("S", "PC", EU, ("A", "B"), ("C",)),
        Selection("S", "PC", removes=("C",)),
        Filter("F", "PC", EU, ("A",)),
    ],
)
def test_a_constraint_or_rule_comes_back(law):
    assert law_from_plain(parse_json(canonical_json(law_to_plain(law)))) == law


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"kind": "wish"}, "$"),
        ({"needs": None}, "needs"),
        ({"bundle": 7}, "bundle"),
        ({"kind": "validation", "when": None}, "$"),
        ({"kind": "filter", "hides": "A"}, "hides"),
    ],
)
def test_what_is_none_names_its_fault(change, where):
    plain = law_to_plain(Requires("R", "PC", A, EU)) | change
    with pytest.raises(PlainUnreadable) as refused:
        law_from_plain(plain)
    assert refused.value.params["where"] == where

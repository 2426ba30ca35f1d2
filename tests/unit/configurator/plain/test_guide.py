from dataclasses import replace

import pytest

from app.catalog.texts import Texts
from app.configurator.conditions import ALWAYS, Is
from app.configurator.plain import guide_from_plain, guide_to_plain
from app.configurator.questions import Fit, Preference
from app.kernel.canonical import canonical_json
from app.kernel.fields import PlainUnreadable
from app.kernel.json_text import parse_json
from tests.support.configurator import a_choice_question, a_guide, a_number_question, a_yes_no_question

GUIDE = replace(
    a_guide(
        replace(a_choice_question("where", home=Is("size", "S"), büro=ALWAYS), tells="place"),
        a_number_question("price", "0.5", "99.95", fit=Fit.AT_MOST, when=Is("where", "home"), tells="budget"),
        a_number_question("users"),
        a_yes_no_question("outdoor", no=Is("outdoor", False), when=Is("where", "home"), tells="outdoor"),
        preferences=[
            Preference("sturdy", Is("size", "L"), -5, Is("outdoor", True), Texts.only("It lasts.")),
            Preference("small", Is("size", "S"), 1),
        ],
    ),
    version=3,
)


def test_a_guide_with_everything_set_comes_back():
    assert guide_from_plain(parse_json(canonical_json(guide_to_plain(GUIDE)))) == GUIDE


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"questions": []}, "$"),
        ({"questions": [{"kind": "essay", "code": "q"}]}, "questions[0]"),
        ({"questions": [{"kind": "number", "code": "q", "attribute": "a", "low": "1"}]}, "questions[0].high"),
        ({"preferences": [{"code": "p", "favours": {}, "points": 1}]}, "preferences[0].favours"),
    ],
)
def test_what_is_none_names_its_fault(change, where):
    with pytest.raises(PlainUnreadable) as refused:
        guide_from_plain(guide_to_plain(GUIDE) | change)
    assert refused.value.params["where"] == where

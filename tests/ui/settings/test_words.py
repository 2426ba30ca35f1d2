from uuid import UUID

from app.company.company import Company
from app.company.policies import Policies
from app.company.settings import SETTINGS, changed
from tests.support.company import a_seller
from ui.settings.words import FLAG, Offered, groups, label_of

FIELDS = [
    field for group in groups(Offered((("DE", "Germany"),), (("en", "English"),))) for field in group.fields
]


def test_every_setting_stands_on_the_page_once():
    assert sorted(field.name for field in FIELDS) == sorted(SETTINGS)


def test_every_choice_of_a_policy_is_offered():
    for name in Policies().to_mapping():
        field = next(field for field in FIELDS if field.name == f"policy.{name}")
        assert {value for value, _ in field.choices} >= set(Policies.choices(name))


def test_whatever_is_offered_is_taken():
    company = Company(UUID(int=9), a_seller(), price_book="LIST")
    for field in FIELDS:
        for value, _words in field.choices:
            changed(company, field.name, value)


def test_a_check_box_has_no_words_of_its_own():
    assert {field.name for field in FIELDS if field.choices is FLAG} >= {
        "tax.exempt",
        "policy.additional_last",
    }


def test_a_setting_is_known_by_its_label():
    assert label_of("iban") == "IBAN"
    assert label_of("unheard.of") == "unheard.of"

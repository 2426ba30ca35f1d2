from decimal import Decimal
from uuid import UUID

import pytest

from app.catalog.attribute import AttributeValues
from app.catalog.texts import NO_TEXTS
from app.configurator.conditions import ALWAYS, Between, Chosen, Is
from app.configurator.questions import (
    Answer,
    ChoiceQuestion,
    Fit,
    Guide,
    GuideAboutOptions,
    GuideCodeTwice,
    NumberQuestion,
    Preference,
    PreferencePointless,
    QuestionLimitsReversed,
    QuestionNotBefore,
    QuestionWithoutAnswers,
    YesNoQuestion,
)
from tests.support.configurator import a_choice_question, a_guide, a_number_question, a_yes_no_question

WHERE = a_choice_question("where", home=Is("size", "S"), office=ALWAYS)
USERS = a_number_question("users")
OUTDOOR = a_yes_no_question("outdoor")


class TestDemands:
    def test_of_a_choice_are_the_answers(self):
        assert WHERE.demands("home") == Is("size", "S")
        assert WHERE.demands("office") == ALWAYS
        assert WHERE.demands("garden") is None

    def test_of_yes_and_no_are_those_of_the_side(self):
        assert OUTDOOR.demands(True) == Is("outdoor", True)
        assert OUTDOOR.demands(False) == ALWAYS
        assert OUTDOOR.demands("yes") is None

    def test_of_a_number_are_a_limit_on_the_products_number(self):
        assert USERS.demands(Decimal(20)) == Between("users", low=Decimal(20))
        price = a_number_question("price", fit=Fit.AT_MOST)
        assert price.demands(Decimal(20)) == Between("price", high=Decimal(20))

    @pytest.mark.parametrize("answer", [Decimal(0), Decimal(101), Decimal("NaN"), "20", True])
    def test_of_a_number_outside_its_limits_are_none(self, answer):
        assert USERS.demands(answer) is None


class TestGuide:
    GUIDE = a_guide(
        WHERE,
        a_number_question("users", when=Is("where", "office"), tells="users"),
        a_yes_no_question("outdoor", tells="outdoor"),
    )

    def test_asks_what_earlier_answers_call_for(self):
        at_home = self.GUIDE.asked(AttributeValues.of({"where": "home"}))
        at_work = self.GUIDE.asked(AttributeValues.of({"where": "office"}))

        assert [question.code for question in at_home] == ["where", "outdoor"]
        assert [question.code for question in at_work] == ["where", "users", "outdoor"]

    def test_tells_a_configuration_what_was_asked_and_answered(self):
        answers = {"where": "office", "users": Decimal(20)}

        assert self.GUIDE.told(AttributeValues.of(answers)) == AttributeValues.of({"users": Decimal(20)})
        assert self.GUIDE.told(AttributeValues.of(answers | {"where": "home"})) == AttributeValues()


class TestWhatIsRefusedAtSave:
    @pytest.mark.parametrize(
        "make", [lambda: ChoiceQuestion("q", NO_TEXTS, (Answer("one", NO_TEXTS),)), lambda: a_guide()]
    )
    def test_too_little_to_choose_from(self, make):
        with pytest.raises(QuestionWithoutAnswers):
            make()

    def test_limits_that_are_reversed(self):
        with pytest.raises(QuestionLimitsReversed) as refusal:
            NumberQuestion("users", NO_TEXTS, "users", Decimal(2), Decimal(1))
        assert refusal.value.params == {"question": "users"}

    def test_a_code_that_stands_twice(self):
        answer = Answer("one", NO_TEXTS)
        with pytest.raises(GuideCodeTwice):
            ChoiceQuestion("q", NO_TEXTS, (answer, answer))
        with pytest.raises(GuideCodeTwice) as refusal:
            a_guide(USERS, OUTDOOR, preferences=[Preference("users", Is("size", "S"), 1)])
        assert refusal.value.params == {"code": "users"}

    def test_a_condition_on_an_answer_that_comes_later_or_never(self):
        with pytest.raises(QuestionNotBefore) as refusal:
            a_guide(a_number_question("users", when=Is("outdoor", True)), OUTDOOR)
        assert refusal.value.params == {"code": "users", "question": "outdoor"}
        with pytest.raises(QuestionNotBefore):
            a_guide(USERS, preferences=[Preference("p", Is("size", "S"), 1, Is("where", "home"))])

    @pytest.mark.parametrize(
        "question",
        [
            YesNoQuestion("q", NO_TEXTS, Chosen("A")),
            YesNoQuestion("q", NO_TEXTS, Is("size", "S"), when=Chosen("A")),
            ChoiceQuestion("q", NO_TEXTS, (Answer("a", NO_TEXTS), Answer("b", NO_TEXTS, Chosen("A")))),
        ],
    )
    def test_a_condition_on_options(self, question):
        with pytest.raises(GuideAboutOptions):
            Guide(UUID(int=1), "G", NO_TEXTS, (question,))

    @pytest.mark.parametrize(("favours", "points"), [(ALWAYS, 5), (Is("size", "S"), 0)])
    def test_a_preference_that_changes_nothing(self, favours, points):
        with pytest.raises(PreferencePointless):
            Preference("p", favours, points)

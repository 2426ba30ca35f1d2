from decimal import Decimal

import pytest

from app.catalog.attribute import AttributeValues
from app.configurator.conditions import ALWAYS, Is, Not
from app.configurator.questions import Fit, Preference
from app.configurator.ranking import (
    AnswerLeavesNothing,
    AttributeNobodyHas,
    Candidate,
    LeftOut,
    Met,
    QuestionFiltersNothing,
    left_by,
    rank,
    refuse_idle_questions,
)
from tests.support.configurator import a_choice_question, a_guide, a_number_question, a_yes_no_question


def a_candidate(sku, **values):
    said = {name: Decimal(value) if type(value) is int else value for name, value in values.items()}
    return Candidate(sku, AttributeValues.of(said))


ROUTERS = (
    a_candidate("R-BIG", users=500, outdoor=True, size="L"),
    a_candidate("R-MID", users=100, outdoor=True, size="S"),
    a_candidate("R-HOME", users=10, outdoor=False, size="S"),
)
USERS = a_number_question("users")
OUTDOOR = a_yes_no_question("outdoor")
WHERE = a_choice_question("where", home=Is("size", "S"), office=ALWAYS)


def ranked(guide, **answers):
    said = {name: Decimal(value) if type(value) is int else value for name, value in answers.items()}
    return rank(guide, ROUTERS, AttributeValues.of(said))


def skus(ranking):
    return [one.candidate.sku for one in ranking.ranked]


class TestRank:
    GUIDE = a_guide(USERS, OUTDOOR, WHERE)

    def test_leaves_what_meets_every_answer(self):
        assert skus(ranked(self.GUIDE, users=50, outdoor=True, where="home")) == ["R-MID"]

    def test_what_exceeds_the_number_least_stands_first(self):
        assert skus(ranked(self.GUIDE, users=5)) == ["R-HOME", "R-MID", "R-BIG"]
        assert skus(ranked(self.GUIDE, users=50)) == ["R-MID", "R-BIG"]

    def test_points_come_before_that(self):
        preference = Preference("sturdy", Is("size", "L"), 5, Is("outdoor", True))
        guide = a_guide(USERS, OUTDOOR, preferences=[preference])

        best, second = ranked(guide, users=5, outdoor=True).ranked

        assert (best.candidate.sku, best.points, best.preferred) == ("R-BIG", 5, ("sturdy",))
        assert (second.candidate.sku, second.points, second.preferred) == ("R-MID", 0, ())
        assert skus(ranked(guide, users=5)) == ["R-HOME", "R-MID", "R-BIG"]

    def test_says_what_was_asked_and_what_the_product_has(self):
        (found,) = ranked(self.GUIDE, users=50, where="home").ranked

        assert found.met == (
            Met("users", Decimal(50), AttributeValues.of({"users": Decimal(100)})),
            Met("where", "home", AttributeValues.of({"size": "S"})),
        )

    def test_says_which_answers_the_others_do_not_meet_the_nearest_first(self):
        ranking = ranked(self.GUIDE, users=50, outdoor=True, where="home")

        assert ranking.left_out == (LeftOut("R-BIG", ("where",)), LeftOut("R-HOME", ("users", "outdoor")))

    def test_an_answer_nobody_asked_for_plays_no_part(self):
        guide = a_guide(WHERE, a_yes_no_question("outdoor", when=Is("where", "office"), tells="outdoor"))

        ranking = ranked(guide, where="home", outdoor=True, colour="red")

        assert skus(ranking) == ["R-HOME", "R-MID"]
        assert ranking.told == AttributeValues()

    def test_without_answers_everything_is_left_in_the_order_of_skus(self):
        assert skus(ranked(self.GUIDE)) == ["R-BIG", "R-HOME", "R-MID"]


def test_left_by_counts_what_each_answer_would_leave():
    guide = a_guide(a_number_question("users", high="500"), OUTDOOR)
    answers = AttributeValues.of({"users": Decimal(200)})

    assert left_by(guide, ROUTERS, answers, OUTDOOR) == ((True, 1), (False, 1))
    assert left_by(guide, ROUTERS, AttributeValues(), OUTDOOR) == ((True, 2), (False, 3))


class TestRefusedAtSaveByDomainSection7:
    def test_a_question_that_filters_nothing_by_name(self):
        idle = a_choice_question("size", small=Not(Is("size", "M")), large=ALWAYS)
        with pytest.raises(QuestionFiltersNothing) as refusal:
            refuse_idle_questions(a_guide(OUTDOOR, idle), ROUTERS)
        assert refusal.value.params == {"question": "size"}

    def test_an_answer_that_leaves_nothing_with_its_question(self):
        empty = a_choice_question("size", medium=Is("size", "M"), large=Is("size", "L"))
        with pytest.raises(AnswerLeavesNothing) as refusal:
            refuse_idle_questions(a_guide(empty), ROUTERS)
        assert refusal.value.params == {"question": "size", "answer": "medium"}

    @pytest.mark.parametrize(
        ("question", "answer"),
        [
            (a_number_question("users", high="501"), "501"),
            (a_number_question("users", low="9", fit=Fit.AT_MOST), "9"),
            (a_yes_no_question("outdoor", no=Is("outdoor", "never")), "no"),
        ],
    )
    def test_the_strictest_answer_of_a_number_and_either_side_of_yes_and_no(self, question, answer):
        with pytest.raises(AnswerLeavesNothing) as refusal:
            refuse_idle_questions(a_guide(question), ROUTERS)
        assert refusal.value.params["answer"] == answer

    def test_an_attribute_of_which_nothing_is_known(self):
        with pytest.raises(AttributeNobodyHas) as refusal:
            refuse_idle_questions(a_guide(a_number_question("ports")), ROUTERS)
        assert refusal.value.params == {"code": "ports", "attribute": "ports"}


class TestPassesAtSave:
    def test_every_question_that_leaves_something_out(self):
        refuse_idle_questions(a_guide(a_number_question("users", high="500"), OUTDOOR, WHERE), ROUTERS)

    def test_a_question_only_a_preference_asks_for(self):
        soft = a_choice_question("taste", plain=ALWAYS, sturdy=ALWAYS)
        preference = Preference("sturdy", Is("size", "L"), 5, Is("taste", "sturdy"))

        refuse_idle_questions(a_guide(soft, preferences=[preference]), ROUTERS)

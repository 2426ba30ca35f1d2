"""Which products and bundles answers lead to, in which order and why; and whether every question counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.catalog.attribute import NOTHING_KNOWN, AttributeValue, AttributeValues
from app.configurator.conditions import Condition, Facts, is_met, names_in
from app.configurator.questions import Guide, NumberQuestion, Preference, Question
from app.kernel.errors import RuleViolation


class QuestionFiltersNothing(RuleViolation):
    """Whatever is answered, every product is left, and no preference asks for the answer."""

    code = "configurator.question_filters_nothing"


class AnswerLeavesNothing(RuleViolation):
    """After an answer alone no product is left."""

    code = "configurator.answer_leaves_nothing"


class AttributeNobodyHas(RuleViolation):
    """A guide asks for an attribute of which nothing is known of any product."""

    code = "configurator.attribute_nobody_has"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product or bundle that may be found.

    Attributes:
        values: What is known of it.
        is_bundle: Whether it is configured after it is found.
    """

    sku: str
    values: AttributeValues = NOTHING_KNOWN
    is_bundle: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """What an answer asked of a product, and that it has it.

    Attributes:
        about: The attributes it was asked for, with what is known of the product.
    """

    question: str
    answer: AttributeValue
    about: AttributeValues


@dataclass(frozen=True, slots=True)
class Ranked:
    """A product or bundle that fits, with its reasons.

    Attributes:
        points: Of the preferences; more stand further up.
        met: The answers that asked something of it, in the order of the questions.
        preferred: Codes of the preferences that gave it points.
    """

    candidate: Candidate
    points: int
    met: tuple[Met, ...]
    preferred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A product that does not fit.

    Attributes:
        questions: Codes of the questions whose answers it does not meet.
    """

    sku: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Everything answers lead to.

    Attributes:
        ranked: What fits, the best first.
        left_out: What does not, the nearest first.
        told: What the answers say of a bundle's configuration.
    """

    ranked: tuple[Ranked, ...]
    left_out: tuple[LeftOut, ...]
    told: AttributeValues


def rank(guide: Guide, candidates: Iterable[Candidate], answers: AttributeValues) -> Ranking:
    """Return what fits the answers: more points first, then what exceeds the numbers least, then by SKU.

    An answer to a question that is not asked, or that the question does not have, plays no part.
    """
    asked = _demanded(guide, answers)
    heard = AttributeValues.of({question.code: answer for question, answer, _ in asked})
    liked = [one for one in guide.preferences if is_met(one.when, Facts(heard))]
    fitting: list[Ranked] = []
    left_out = []
    for candidate in candidates:
        facts = Facts(candidate.values)
        missed = tuple(question.code for question, _, demand in asked if not is_met(demand, facts))
        if missed:
            left_out.append(LeftOut(candidate.sku, missed))
        else:
            fitting.append(_ranked(candidate, asked, liked))
    return Ranking(
        ranked=tuple(sorted(fitting, key=lambda one: (-one.points, _excess(one, asked), one.candidate.sku))),
        left_out=tuple(sorted(left_out, key=lambda one: (len(one.questions), one.sku))),
        told=guide.told(answers),
    )


def left_by(
    guide: Guide, candidates: Iterable[Candidate], answers: AttributeValues, question: Question
) -> tuple[tuple[AttributeValue, int], ...]:
    """Return how many products each answer of a question would leave beside the other answers.

    Of a number question only the answer that leaves least is counted.
    """
    known = tuple(candidates)
    return tuple(
        (answer, len(rank(guide, known, answers.with_value(question.code, answer)).ranked))
        for answer in question.strictest
    )


def refuse_idle_questions(guide: Guide, candidates: Iterable[Candidate]) -> None:
    """Let a guide pass of which every question counts and every answer leaves something.

    Raises:
        AttributeNobodyHas: It asks for an attribute of which nothing is known.
        AnswerLeavesNothing: An answer alone leaves no product; the error names both.
        QuestionFiltersNothing: No answer leaves a product out, and no preference that tells products apart
            asks for it.
    """
    known = tuple(candidates)
    have = {code for candidate in known for code, _ in candidate.values.by_code}
    for code, condition in guide.about_products():
        for attribute in names_in(condition):
            if attribute not in have:
                raise AttributeNobodyHas(code=code, attribute=attribute)
    for question in guide.questions:
        left = [(answer, _left(known, question.demands(answer))) for answer in question.strictest]
        for answer, count in left:
            if not count:
                raise AnswerLeavesNothing(question=question.code, answer=_written(answer))
        if all(count == len(known) for _, count in left) and not _moves(guide, question, known):
            raise QuestionFiltersNothing(question=question.code)


def _demanded(guide: Guide, answers: AttributeValues) -> list[tuple[Question, AttributeValue, Condition]]:
    """Return the questions that are asked and answered, with what the answers ask of a product."""
    found = []
    for question in guide.asked(answers):
        answer = answers.get(question.code)
        demand = None if answer is None else question.demands(answer)
        if answer is not None and demand is not None:
            found.append((question, answer, demand))
    return found


def _ranked(
    candidate: Candidate,
    asked: list[tuple[Question, AttributeValue, Condition]],
    liked: list[Preference],
) -> Ranked:
    known = dict(candidate.values.by_code)
    met = []
    for question, answer, demand in asked:
        about = {name: known[name] for name in names_in(demand) if name in known}
        met += [Met(question.code, answer, AttributeValues.of(about))] if names_in(demand) else []
    preferred = [one for one in liked if is_met(one.favours, Facts(candidate.values))]
    return Ranked(
        candidate, sum(one.points for one in preferred), tuple(met), tuple(one.code for one in preferred)
    )


def _excess(ranked: Ranked, asked: list[tuple[Question, AttributeValue, Condition]]) -> tuple[Decimal, ...]:
    """Return by how much the product's numbers exceed what was asked, question by question."""
    found = []
    for question, answer, _ in asked:
        if isinstance(question, NumberQuestion) and isinstance(answer, Decimal):
            number = ranked.candidate.values.get(question.attribute)
            found.append(abs(number - answer) if isinstance(number, Decimal) else Decimal(0))
    return tuple(found)


def _left(candidates: tuple[Candidate, ...], demand: Condition | None) -> int:
    return sum(1 for one in candidates if demand is not None and is_met(demand, Facts(one.values)))


def _moves(guide: Guide, question: Question, candidates: tuple[Candidate, ...]) -> bool:
    """Test whether a preference that asks for the answer favours some products and not others."""
    speaking = (one.favours for one in guide.preferences if question.code in names_in(one.when))
    return any(0 < _left(candidates, favours) < len(candidates) for favours in speaking)


def _written(answer: AttributeValue) -> str:
    return ("yes" if answer else "no") if isinstance(answer, bool) else str(answer)

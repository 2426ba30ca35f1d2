"""Guided selling: questions the office writes, whose answers say what a product must be like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.catalog.attribute import AttributeValue, AttributeValues
from app.catalog.texts import NO_TEXTS, Texts
from app.configurator.conditions import ALWAYS, Between, Chosen, Condition, Facts, is_met, leaves
from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked


class GuideCodeTwice(RuleViolation):
    """Two questions, answers or preferences of a guide have the same code."""

    code = "configurator.guide_code_twice"


class QuestionWithoutAnswers(RuleViolation):
    """A question offers fewer than two answers."""

    code = "configurator.question_without_answers"


class QuestionLimitsReversed(RuleViolation):
    """The smallest number a question takes lies above the largest."""

    code = "configurator.question_limits_reversed"


class QuestionNotBefore(RuleViolation):
    """A condition speaks of an answer to a question that is not asked before."""

    code = "configurator.question_not_before"


class GuideAboutOptions(RuleViolation):
    """A condition of a guide speaks of chosen options; nothing is chosen yet."""

    code = "configurator.guide_about_options"


class PreferencePointless(RuleViolation):
    """A preference gives no points, or favours everything."""

    code = "configurator.preference_pointless"


class Fit(StrEnum):
    """How a product's number has to fit the number that is answered."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a choice.

    Attributes:
        demands: What a product must meet, by its attributes; always met where the answer sets no condition.
    """

    code: str
    names: Texts
    demands: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """A question with a list of answers.

    Attributes:
        code: Unique in the guide; conditions on answers name it as their attribute.
        when: It is asked only where earlier answers meet this.
        tells: Attribute of a configuration that takes the answer over; empty: none.

    Raises:
        QuestionWithoutAnswers: Fewer than two answers.
        GuideCodeTwice: An answer stands twice.
    """

    code: str
    names: Texts
    answers: tuple[Answer, ...]
    when: Condition = ALWAYS
    tells: str = ""

    def __post_init__(self) -> None:
        if len(self.answers) < 2:
            raise QuestionWithoutAnswers(question=self.code)
        _refuse_twice(answer.code for answer in self.answers)

    def demands(self, answer: AttributeValue) -> Condition | None:
        """Return what an answer asks of a product; None where the question has no such answer."""
        return next((one.demands for one in self.answers if one.code == answer), None)

    @property
    def strictest(self) -> tuple[AttributeValue, ...]:
        """Return the answers of which each has to leave something."""
        return tuple(answer.code for answer in self.answers)


@dataclass(frozen=True, slots=True)
class YesNoQuestion:
    """A question answered by yes or no.

    Attributes:
        code: Unique in the guide; conditions on answers name it as their attribute.
        yes: What a product must meet after a yes, by its attributes.
        no: What it must meet after a no.
        when: It is asked only where earlier answers meet this.
        tells: Attribute of a configuration that takes the answer over; empty: none.
    """

    code: str
    names: Texts
    yes: Condition
    no: Condition = ALWAYS
    when: Condition = ALWAYS
    tells: str = ""

    def demands(self, answer: AttributeValue) -> Condition | None:
        """Return what an answer asks of a product; None where it is neither yes nor no."""
        if not isinstance(answer, bool):
            return None
        return self.yes if answer else self.no

    @property
    def strictest(self) -> tuple[AttributeValue, ...]:
        """Return the answers of which each has to leave something."""
        return (True, False)


@dataclass(frozen=True, slots=True)
class NumberQuestion:
    """A question answered by a number, which a number of the product has to fit.

    Attributes:
        code: Unique in the guide; conditions on answers name it as their attribute.
        attribute: The product's number.
        low: Smallest answer, inclusive, up to 6 decimals.
        high: Largest answer, inclusive, up to 6 decimals.
        fit: Whether the product's number must be at least the answer, or at most.
        when: It is asked only where earlier answers meet this.
        tells: Attribute of a configuration that takes the answer over; empty: none.

    Raises:
        QuestionLimitsReversed: The smallest answer lies above the largest.
        AppError: A limit is not finite, too large or has more than 6 decimals.
    """

    code: str
    names: Texts
    attribute: str
    low: Decimal
    high: Decimal
    fit: Fit = Fit.AT_LEAST
    when: Condition = ALWAYS
    tells: str = ""

    def __post_init__(self) -> None:
        if checked(self.low) > checked(self.high):
            raise QuestionLimitsReversed(question=self.code)

    def demands(self, answer: AttributeValue) -> Condition | None:
        """Return what an answer asks of a product; None where it is no number within the limits."""
        if not isinstance(answer, Decimal) or not (answer.is_finite() and self.low <= answer <= self.high):
            return None
        if self.fit is Fit.AT_LEAST:
            return Between(self.attribute, low=answer)
        return Between(self.attribute, high=answer)

    @property
    def strictest(self) -> tuple[AttributeValue, ...]:
        """Return the answer that leaves least; where it leaves something, every answer does."""
        return (self.high if self.fit is Fit.AT_LEAST else self.low,)


Question = ChoiceQuestion | YesNoQuestion | NumberQuestion


@dataclass(frozen=True, slots=True)
class Preference:
    """Lets products stand further up, or below 0 points further down, without leaving any out.

    Attributes:
        code: Unique in the guide.
        when: What the answers must meet, questions being the attributes.
        favours: What a product must meet, by its attributes.
        points: Added to its rank.
        names: The reason as the customer may read it.

    Raises:
        PreferencePointless: No points, or it favours everything.
    """

    code: str
    favours: Condition
    points: int
    when: Condition = ALWAYS
    names: Texts = NO_TEXTS

    def __post_init__(self) -> None:
        if not self.points or self.favours == ALWAYS:
            raise PreferencePointless(preference=self.code)


@dataclass(frozen=True, slots=True)
class Guide:
    """Questions in their order, and what is preferred after the answers.

    Attributes:
        code: Unique.
        version: Counts up on each change.

    Raises:
        QuestionWithoutAnswers: There is no question.
        GuideCodeTwice: A code stands twice.
        QuestionNotBefore: A condition on answers names a question that is not asked before.
        GuideAboutOptions: A condition speaks of chosen options.
    """

    id: UUID
    code: str
    names: Texts
    questions: tuple[Question, ...]
    preferences: tuple[Preference, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if not self.questions:
            raise QuestionWithoutAnswers(question=self.code)
        _refuse_twice(one.code for one in (*self.questions, *self.preferences))
        before: set[str] = set()
        for question in self.questions:
            self._refuse_unasked(question.code, question.when, before)
            before.add(question.code)
        for preference in self.preferences:
            self._refuse_unasked(preference.code, preference.when, before)
        for code, condition in self.about_products():
            if any(isinstance(leaf, Chosen) for leaf in leaves(condition)):
                raise GuideAboutOptions(guide=self.code, code=code)

    def about_products(self) -> Iterator[tuple[str, Condition]]:
        """Yield every condition on products, with the code of its question or preference."""
        for question in self.questions:
            answers = question.strictest
            yield from ((question.code, question.demands(answer) or ALWAYS) for answer in answers)
        yield from ((preference.code, preference.favours) for preference in self.preferences)

    def asked(self, answers: AttributeValues) -> tuple[Question, ...]:
        """Return the questions to ask after these answers, the answered ones among them."""
        heard = AttributeValues()
        found = []
        for question in self.questions:
            if is_met(question.when, Facts(heard)):
                found.append(question)
                heard = heard.with_value(question.code, answers.get(question.code))
        return tuple(found)

    def told(self, answers: AttributeValues) -> AttributeValues:
        """Return what the answers say of a bundle's configuration."""
        said = {
            question.tells: answer
            for question in self.asked(answers)
            if question.tells and (answer := answers.get(question.code)) is not None
        }
        return AttributeValues.of(said)

    def _refuse_unasked(self, code: str, when: Condition, before: Iterable[str]) -> None:
        for leaf in leaves(when):
            if isinstance(leaf, Chosen):
                raise GuideAboutOptions(guide=self.code, code=code)
            if leaf.attribute not in before:
                raise QuestionNotBefore(code=code, question=leaf.attribute)


def _refuse_twice(codes: Iterable[str]) -> None:
    for code, times in Counter(codes).items():
        if times > 1:
            raise GuideCodeTwice(code=code)

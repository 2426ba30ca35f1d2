"""A guide as a plain value; `kind` says what a question is answered with."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.catalog.plain import texts_of, texts_plain
from app.configurator.plain.conditions import condition_of, condition_to_plain, when_of, when_plain
from app.configurator.questions import (
    Answer,
    ChoiceQuestion,
    Fit,
    Guide,
    NumberQuestion,
    Preference,
    Question,
    YesNoQuestion,
)
from app.kernel.exact import plain
from app.kernel.fields import Fields, PlainUnreadable, reduced


def guide_to_plain(guide: Guide) -> dict[str, object]:
    """Return the guide; fields at their default are left out."""
    return reduced(
        {
            "id": str(guide.id),
            "code": guide.code,
            "names": texts_plain(guide.names),
            "questions": [_question_plain(question) for question in guide.questions],
            "preferences": [_preference_plain(preference) for preference in guide.preferences],
            "version": guide.version,
        }
    )


def guide_from_plain(value: object) -> Guide:
    """Return the guide a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    fields = Fields(value)
    return fields.build(
        lambda: Guide(
            id=fields.required("id", _id),
            code=fields.text("code"),
            names=texts_of(fields),
            questions=tuple(_question(one) for one in fields.objects("questions")),
            preferences=tuple(_preference(one) for one in fields.objects("preferences")),
            version=fields.whole("version", 1),
        )
    )


def _question_plain(question: Question) -> dict[str, object]:
    every = {
        "code": question.code,
        "names": texts_plain(question.names),
        "when": when_plain(question.when),
        "tells": question.tells,
    }
    return reduced(every | _own_members(question))


def _own_members(question: Question) -> dict[str, object]:
    match question:
        case ChoiceQuestion():
            return {"kind": "choice", "answers": [_answer_plain(answer) for answer in question.answers]}
        case YesNoQuestion():
            return {
                "kind": "yes_no",
                "yes": when_plain(question.yes),
                "no": when_plain(question.no),
            }
        case NumberQuestion():
            return {
                "kind": "number",
                "attribute": question.attribute,
                "low": plain(question.low),
                "high": plain(question.high),
                "fit": None if question.fit is Fit.AT_LEAST else question.fit.value,
            }


def _question(fields: Fields) -> Question:
    kind = fields.text("kind")
    read = _READ.get(kind)
    if read is None:
        raise PlainUnreadable(where=fields.where, value=kind[:40], expected="question")
    return fields.build(lambda: read(fields))


def _choice_question(fields: Fields) -> Question:
    answers = tuple(
        Answer(one.text("code"), texts_of(one), when_of(one, "demands")) for one in fields.objects("answers")
    )
    return ChoiceQuestion(
        fields.text("code"), texts_of(fields), answers, when_of(fields), fields.text("tells", "")
    )


def _yes_no_question(fields: Fields) -> Question:
    return YesNoQuestion(
        fields.text("code"),
        texts_of(fields),
        when_of(fields, "yes"),
        when_of(fields, "no"),
        when_of(fields),
        fields.text("tells", ""),
    )


def _number_question(fields: Fields) -> Question:
    return NumberQuestion(
        code=fields.text("code"),
        names=texts_of(fields),
        attribute=fields.text("attribute"),
        low=fields.number("low"),
        high=fields.number("high"),
        fit=fields.choice("fit", Fit, Fit.AT_LEAST),
        when=when_of(fields),
        tells=fields.text("tells", ""),
    )


_READ: dict[str, Callable[[Fields], Question]] = {
    "choice": _choice_question,
    "yes_no": _yes_no_question,
    "number": _number_question,
}


def _answer_plain(answer: Answer) -> dict[str, object]:
    return reduced(
        {"code": answer.code, "names": texts_plain(answer.names), "demands": when_plain(answer.demands)}
    )


def _preference_plain(preference: Preference) -> dict[str, object]:
    return reduced(
        {
            "code": preference.code,
            "favours": condition_to_plain(preference.favours),
            "points": preference.points,
            "when": when_plain(preference.when),
            "names": texts_plain(preference.names),
        }
    )


def _preference(fields: Fields) -> Preference:
    return fields.build(
        lambda: Preference(
            code=fields.text("code"),
            favours=condition_of(fields.within("favours")),
            points=fields.whole("points"),
            when=when_of(fields),
            names=texts_of(fields),
        )
    )


def _id(value: object) -> UUID:
    return UUID(str(value))

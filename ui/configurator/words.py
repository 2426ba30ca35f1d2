"""The configurator's sentences: what things are called, why something is not open, what a change does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from app.catalog.attribute import Attribute, AttributeKind
from app.configurator.cells import Cell, OtherText, Span
from app.configurator.checks import office_message
from app.configurator.mending import Mending
from app.configurator.model import Model
from app.configurator.reasons import Reason
from app.i18n.formats import Formats
from app.i18n.messages import sentence
from app.i18n.translations import current_language
from app.i18n.translations import gettext as _
from app.kernel.findings import Finding

_NAMED = frozenset({"option", "whole", "feature", "attribute", "when", "needs"})
"""Parameters of findings that are codes; people read names."""


class Naming:
    """What the parts of one model are called in the window's language."""

    def __init__(self, model: Model, products: Mapping[str, str], formats: Formats) -> None:
        self.model = model
        self.formats = formats
        language = current_language()
        self._features = {
            feature.code: feature.names.in_language(language) or feature.code
            for bundle in model.bundles
            for feature in bundle.features
        }
        self._attributes = {code: asked.attribute for code, asked in model.asked.items()}
        self._asked = {
            code: one.names.in_language(language) or code for code, one in self._attributes.items()
        }
        self._products = products

    def product(self, sku: str) -> str:
        """Return what a product is called; its SKU where nobody said."""
        return self._products.get(sku) or sku

    def feature(self, code: str) -> str:
        """Return what a feature is called."""
        return self._features.get(code, code)

    def attribute(self, code: str) -> str:
        """Return what is asked."""
        return self._asked.get(code, code)

    def value(self, code: str, cell: Cell) -> str:
        """Return a value as read: the choice's name, yes or no, a number, a span of numbers."""
        match cell:
            case None:
                return _("not said")
            case bool():
                return _("yes") if cell else _("no")
            case Span(low, high):
                return self._span(low, high)
            case OtherText():
                return _("some other text")
            case Decimal():
                return self.formats.number(cell)
            case _:
                return self._choice(code, cell)

    def named(self, finding: Finding) -> Finding:
        """Return a finding that names what it is about as people do."""
        params = {key: self._name(value) if key in _NAMED else value for key, value in finding.params.items()}
        return replace(finding, params=params)

    def sentence(self, finding: Finding) -> str:
        """Return what the office wrote for it, the finding's own sentence where it wrote nothing."""
        written = office_message(self.model, finding).in_language(current_language())
        return written or sentence(self.named(finding))

    def _name(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._name(one) for one in value)
        if not isinstance(value, str):
            return value
        return self._products.get(value) or self._features.get(value) or self._asked.get(value) or value

    def _span(self, low: Decimal | None, high: Decimal | None) -> str:
        write = self.formats.number
        if low is not None and high is not None:
            return write(low) if low == high else f"{write(low)} – {write(high)}"
        if low is not None:
            return _("{number} or more").format(number=write(low))
        return _("any number") if high is None else _("{number} or less").format(number=write(high))

    def _choice(self, code: str, text: str) -> str:
        attribute = self._attributes.get(code)
        return next((said for known, said in choices_of(attribute) if known == text), text)


def choices_of(attribute: Attribute | None) -> Iterator[tuple[str, str]]:
    """Yield the codes of a choice with what they are called; nothing for the other kinds."""
    if attribute is not None and attribute.kind is AttributeKind.CHOICE:
        for choice in attribute.choices:
            yield choice.code, choice.names.in_language(current_language()) or choice.code


def why_not(reason: Reason, naming: Naming) -> str:
    """Return why something is not open: the rules first, then what was decided against it."""
    texts = [*dict.fromkeys(naming.sentence(cause) for cause in reason.causes)]
    decided = [naming.product(place[-1]) for place in reason.places]
    decided += [f"{naming.attribute(code)}: {naming.value(code, cell)}" for code, cell in reason.values]
    if decided:
        texts.append(_("Decided before: {things}.").format(things=", ".join(dict.fromkeys(decided))))
    return " ".join(texts) or _("It cannot be chosen beside the rest.")


def what_mends(mending: Mending, naming: Naming) -> str:
    """Return what mending changes, in one sentence."""
    change = mending.change
    out = (*mending.dropped, *change.removes)
    steps = [
        _step(_("takes out {things}"), (naming.product(place[-1]) for place in out)),
        _step(_("adds {things}"), (naming.product(place[-1]) for place in change.adds)),
        _step(_("sets {things}"), _settings(mending, naming)),
    ]
    said = "; ".join(step for step in steps if step)
    return _("Mending {steps}.").format(steps=said) if said else ""


def _settings(mending: Mending, naming: Naming) -> Iterator[str]:
    told = {code for code, _cell in mending.change.tells}
    for code in mending.unsaid:
        if code not in told:
            yield f"{naming.attribute(code)}: {naming.value(code, None)}"
    for code, cell in mending.change.tells:
        after = mending.after.values.get(code)
        yield f"{naming.attribute(code)}: {naming.value(code, cell if after is None else after)}"
    for place, quantity in mending.amounts:
        yield f"{naming.product(place[-1])}: {naming.formats.number(quantity)}"


def _step(text: str, things: Iterable[str]) -> str:
    named = ", ".join(things)
    return text.format(things=named) if named else ""

"""The configurator without widgets: what was decided, what is open, what it comes to; undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.catalog.attribute import AttributeValue
from app.configurator import editing
from app.configurator.configuration import Configuration
from app.configurator.defaults import started
from app.configurator.network import Network
from app.configurator.parts import Part, parts
from app.configurator.reasons import Reason
from app.configurator.settling import settle
from app.configurator.tree import Place
from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from ui.configurator.rows import Row, rows_of
from ui.configurator.solved import Asked, Explained, Solved, Value, explain, solve, unsolved
from ui.configurator.words import Naming, what_mends, why_not
from ui.kit.queries import Latest
from ui.kit.undo import EditedDocument

AT_A_TIME = 4
"""Reasons worked out in one go, so that a new step never waits for long."""


class Priced(NamedTuple):
    """What the parts come to, written out by whoever prices them.

    Attributes:
        lines: Pairs of label and amount.
        total: The total with its currency.
        margin: The margin in words; empty where nobody may see it.
    """

    lines: tuple[tuple[str, str], ...] = ()
    total: str = ""
    margin: str = ""


PriceOf = Callable[[tuple[Part, ...]], Priced]
"""Prices the parts; called on the window's thread after every step."""


class Sold(NamedTuple):
    """How the bundle is sold.

    Attributes:
        quantity: How many of it.
        names: What products are called, by SKU.
    """

    quantity: Decimal = Decimal(1)
    names: Mapping[str, str] = {}


class ConfigurePresenter(QObject):
    """Holds one configuration while it is put together.

    Attributes:
        edited: The configuration with its steps, for undo and redo.
        solved: What the solver said last; of an older step while `is_waiting`.
        rows: What the options' list shows.
        priced: What the parts come to.

    Signals:
        changed: Something of the configuration or of what the solver says is another.
        explained: More reasons are known.
        said: A sentence about what was not done.
        crashed: A bug met by the solver.
    """

    changed = Signal()
    explained = Signal()
    said = Signal(str)
    crashed = Signal(object)

    def __init__(
        self,
        network: Network,
        configuration: Configuration | None,
        price_of: PriceOf,
        formats: Formats,
        parent: QObject | None = None,
    ) -> None:
        """Begin.

        Args:
            network: The model, laid out.
            configuration: As it was left; None: what the bundle begins with.
            price_of: Prices the parts.
            formats: How numbers are written.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self.network = network
        self.formats = formats
        self._sold = Sold()
        self._price_of = price_of
        begun = configuration or settle(network, started(network)).configuration
        self.edited = EditedDocument(begun, self._step)
        self._solver, self._explainer = Latest(self), Latest(self)
        for latest, arrived in ((self._solver, self._solved_arrived), (self._explainer, self._explained)):
            latest.arrived.connect(arrived)
            latest.crashed.connect(self.crashed)
        self._reasons: dict[Asked, Reason | None] = {}
        self._wanted: tuple[Asked, ...] = ()
        self.solved: Solved = unsolved(network, begun)
        self.rows: tuple[Row, ...] = ()
        self.priced = Priced()
        self.retranslate()
        self._ask()

    def sell(self, sold: Sold) -> None:
        """Price and name it as it is sold from now on."""
        self._sold = sold
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything again in the current language."""
        self.naming = Naming(self.network.model, self._sold.names, self.formats)
        self._show()
        self._price()

    @property
    def configuration(self) -> Configuration:
        """Return what is decided now."""
        return self.edited.current

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what the bundle is made of, in quantities for the whole line."""
        return parts(self.network, self.configuration, self._sold.quantity)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the solver has not spoken of this very configuration yet."""
        return self.solved.configuration != self.configuration or self._solver.is_waiting

    @property
    def mends(self) -> str:
        """Return what the smallest change does, in a sentence; empty where nothing is to be mended."""
        found = self.solved.mending
        return "" if found is None else what_mends(found, self.naming)

    def toggle(self, place: Place) -> None:
        """Choose an option or take it out; say why where neither can be."""
        node = self.network.tree.nodes[self.network.tree.by_place[place]]
        if self.configuration.at(place) is None:
            self.choose(place)
        elif node.option.required:
            self.said.emit(_("{product} is always part of it.").format(product=self._name(place)))
        elif node.feature.is_exclusive and node.feature.minimum:
            self.said.emit(_("One has to be chosen: choose another one in its place."))
        else:
            self._edit(_("Take out {product}"), place, lambda old: editing.take_out(self.network, old, place))

    def choose(self, place: Place) -> None:
        """Choose an option that is open; say why where it is not."""
        if not self.solved.is_open(place):
            self.explain([place])
            self.said.emit(self.reason(place))
            return
        self._edit(_("Choose {product}"), place, lambda old: editing.choose(self.network, old, place))

    def set_quantity(self, place: Place, quantity: Decimal) -> None:
        """Choose an option in a quantity; one outside its limits is kept and found."""
        if self.configuration.at(place) is None and not self.solved.is_open(place):
            self.choose(place)  # which says why not
            return
        text = _("Change the quantity of {product}")
        self._edit(text, place, lambda old: editing.choose(self.network, old, place, quantity))

    def tell(self, attribute: str, value: AttributeValue | None) -> None:
        """Say something of an attribute; None takes it back.

        Raises:
            AttributeValueRefused: The attribute cannot have the value.
        """
        text = _("Set {attribute}").format(attribute=self.naming.attribute(attribute))
        self._apply(text, lambda old: editing.tell(self.network, old, attribute, value))

    def mend(self) -> None:
        """Make the smallest change that makes it valid."""
        found = self.solved.mending
        if found is not None and not self.is_waiting:
            self.edited.apply(_("Mend it"), lambda _old: found.after)

    def undo(self) -> None:
        """Go back a step."""
        self.edited.undo()

    def redo(self) -> None:
        """Make the step undone last again."""
        self.edited.redo()

    def explain(self, asked: Iterable[Asked]) -> None:
        """Have the reasons of what is closed worked out; `explained` tells when some are there."""
        wanted = dict.fromkeys((*asked, *self._wanted))
        self._wanted = tuple(one for one in wanted if one not in self._reasons)
        if not self._explainer.is_waiting:
            self._explain_next()

    def reason(self, asked: Asked) -> str:
        """Return why something is not open, as far as it is worked out; empty where it is open."""
        if isinstance(asked, Value):
            closed = not self.solved.can_be(asked.attribute, asked.value)
        else:
            closed = self.configuration.at(asked) is None and not self.solved.is_open(asked)
        if not closed:
            return ""
        found = self._reasons.get(asked)
        if found is not None:
            return why_not(found, self.naming)
        return _("Not beside what is decided.")

    def _name(self, place: Place) -> str:
        return self.naming.product(place[-1])

    def _edit(self, text: str, place: Place, edit: Callable[[Configuration], Configuration]) -> None:
        self._apply(text.format(product=self._name(place)), edit)

    def _apply(self, text: str, edit: Callable[[Configuration], Configuration]) -> None:
        self.edited.apply(text, lambda old: settle(self.network, edit(old)).configuration)

    def _step(self, _configuration: Configuration) -> None:
        self._reasons.clear()
        self._wanted = ()
        self._explainer.forget()
        self._show()
        self._price()
        self.changed.emit()
        self._ask()  # last: a busy reader would take its turns of the interpreter from the painting

    def _ask(self) -> None:
        network, configuration = self.network, self.configuration
        self._solver.ask(lambda: solve(network, configuration))

    def _solved_arrived(self, solved: Solved) -> None:
        self.solved = solved
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.rows = rows_of(self.network, self.configuration, self.solved, self.naming)

    def _price(self) -> None:
        self.priced = self._price_of(self.parts)

    def _explain_next(self) -> None:
        chunk, self._wanted = self._wanted[:AT_A_TIME], self._wanted[AT_A_TIME:]
        if chunk:
            network, configuration = self.network, self.configuration
            self._explainer.ask(lambda: explain(network, configuration, chunk))

    def _explained(self, explained: Explained) -> None:
        if explained.configuration == self.configuration:
            self._reasons.update(explained.reasons)
            self.explained.emit()
            self._explain_next()

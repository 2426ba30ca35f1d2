"""One column after the other is read: at once where its cells are plain, cell by cell where they are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.exchange.records.fields import DATE, NUMBER, REQUIRED, Field, Forms
from app.exchange.records.problems import Refusal
from app.exchange.tables.cells import Cell
from app.exchange.values.dates import DateEvidence, has_time_of_day
from app.exchange.values.number_form import NumberEvidence
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity

_NONE: Mapping[int, Refusal] = {}
_REMEMBERED = 50_000
_SHOWN = 40


class ColumnReader:
    """Reads one column of a file, piece by piece.

    Attributes:
        column: Name of the column with its index: ``name[de]``.
        field: What it holds.
        forms: How its values are taken to be written.
    """

    def __init__(self, column: str, field: Field, forms: Forms, chosen: bool) -> None:
        self.column, self.field, self.forms = column, field, forms
        self._chosen = chosen
        self._numbers, self._dates = NumberEvidence(), DateEvidence()
        self._known = _Known(self)
        self.noticed: dict[str, str] = {}

    def proved(self) -> Forms | None:
        """Return how the column is written, None when its values do not say."""
        if self._chosen or not self.field.kind.evidence:
            return self.forms
        if self.field.kind.evidence == NUMBER:
            number = self._numbers.form()
            return self.forms._replace(number=number) if number else None
        order = self._dates.form()
        return self.forms._replace(order=order) if order else None

    def question(self) -> Finding:
        """Return what to ask a person when the values do not say."""
        asking = self._numbers if self.field.kind.evidence == NUMBER else self._dates
        return asking.question(self.column)

    def settle(self, forms: Forms | None) -> bool:
        """Read the column this way from now on; tell whether that is another way than before."""
        if forms is None or forms == self.forms:
            return False
        self.forms = forms
        self._known.clear()
        self.noticed.clear()
        return True

    def read(
        self, cells: Sequence[Cell], *, first: bool = False
    ) -> tuple[Sequence[object], Mapping[int, Refusal]]:
        """Return the values, and the refusals by their place among the cells.

        Args:
            cells: The cells of this column in the next piece.
            first: It is the first piece: what it proves decides how it is read.
        """
        unproved = not self._numbers.point
        if unproved:
            self._look(cells)
        if first:
            self.settle(self.proved())
        kind = self.field.kind
        if kind.at_once is not None:
            values = kind.at_once(cells, self.forms, self.field.blank)
            if values is not None:
                return values, _NONE
        if not unproved:  # plain numbers with a point could not have proved anything else
            self._look(cells)
        return self._one_by_one(cells)

    def _look(self, cells: Sequence[Cell]) -> None:
        """Collect what the cells prove about how the column is written."""
        if self._chosen:
            return
        if self.field.kind.evidence == NUMBER:
            self._numbers.look(cells)
        elif self.field.kind.evidence == DATE:
            self._dates.look(cells)

    def _one_by_one(self, cells: Sequence[Cell]) -> tuple[Sequence[object], Mapping[int, Refusal]]:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        values = list(map(self._known.__getitem__, cells))
        if not self._known.refuses:
            return values, _NONE
        return values, {place: value for place, value in enumerate(values) if isinstance(value, Refusal)}

    def findings(self) -> list[Finding]:
        """Return what reading left out: blanks around values, times of day."""
        return [
            Finding(code, Severity.WARNING, self.column, {"column": self.column, "text": text})
            for code, text in sorted(self.noticed.items())
        ]

    def value_of(self, cell: Cell) -> object:
        """Return the value of one cell, or its refusal."""
        blank, kind = self.field.blank, self.field.kind
        if isinstance(cell, str) and not cell.strip():
            return Refusal("exchange.cell_empty", {"column": self.column}) if blank is REQUIRED else blank
        try:
            value = kind.read(cell, self.forms)
        except AppError as error:
            return Refusal(error.code, error.params)
        self._notice(cell)
        return value

    def _notice(self, cell: Cell) -> None:
        if isinstance(cell, str) and not self.field.kind.keeps_blanks and cell != cell.strip():
            self.noticed.setdefault("exchange.blanks_left_out", cell[:_SHOWN])
        if self.field.kind.evidence == DATE and has_time_of_day(cell):
            self.noticed.setdefault("exchange.time_left_out", str(cell)[:_SHOWN])


class _Known(dict[Cell, object]):
    """Values by cell: most columns say the same thing over and over."""

    def __init__(self, reader: ColumnReader) -> None:
        super().__init__()
        self._reader = reader
        self.refuses = False

    def __missing__(self, cell: Cell) -> object:
        value = self[cell] = self._reader.value_of(cell)
        self.refuses = self.refuses or isinstance(value, Refusal)
        return value

"""What the repositories of price books and rules share: each record has a code people know it by."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from app.catalog.contracted_price import ContractedPrice
from app.catalog.discount_schedule import DiscountSchedule
from app.catalog.price_book import PriceBook
from app.catalog.promotion import Promotion
from app.kernel.errors import RuleViolation
from app.store import masters
from app.store.catalog_version import raise_version
from app.store.masters import Master
from app.store.native import to_native
from app.store.records import Records

Coded = TypeVar("Coded", PriceBook, DiscountSchedule, Promotion, ContractedPrice)


class CodeNotFound(RuleViolation):
    """No price book, schedule, promotion or contracted price has this code or id."""

    code = "catalog.code_not_found"


class CodedRecords(ABC, Generic[Coded]):
    """The records of one kind in one unit of work; what lies in the bin is found by id and code too."""

    master: ClassVar[Master]

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, record: UUID) -> Coded:
        """Return the record with this id.

        Raises:
            CodeNotFound: There is none.
        """
        return self._one("id", record)

    def by_code(self, code: str) -> Coded:
        """Return the record with this code.

        Raises:
            CodeNotFound: There is none.
        """
        return self._one("code", code)

    def find(self, code: str) -> Coded | None:
        """Return the record with this code, None when there is none."""
        found = self._rows("code = :code", {"code": code})
        return self._of_row(found[0]) if found else None

    def all(self) -> tuple[Coded, ...]:
        """Return every record outside the bin by code."""
        return self._where("TRUE", {})

    def save(self, value: Coded) -> Coded:
        """Insert the record or replace the one that was read; returns it with its new version.

        Raises:
            CodeTaken: Another record of the kind has this code.
            RecordChanged: Somebody saved it since it was read.
        """
        values = dict(zip(self.master.columns, self._values(value), strict=True))
        saved = masters.save(self._records, self.master, value.id, value.version, values)
        raise_version(self._records)
        return replace(value, version=saved.version)

    def put_in_bin(self, record: UUID, *, binned: bool = True) -> None:
        """Move a record into the bin, where it prices nothing, or back.

        Raises:
            CodeNotFound: There is none.
        """
        if not masters.put_in_bin(self._records, self.master, record, binned=binned):
            raise CodeNotFound(kind=self.master.name, code=str(record))
        raise_version(self._records)

    @abstractmethod
    def _values(self, value: Coded) -> tuple[object, ...]:
        """Return the noun's own columns in the order of its `Master`."""

    @abstractmethod
    def _of_row(self, row: Sequence[Any]) -> Coded:
        """Return the record of a row: id, rev, version, then its columns."""

    def _one(self, column: str, wanted: object) -> Coded:
        found = self._rows(f"{column} = :wanted", {"wanted": wanted})
        if not found:
            raise CodeNotFound(kind=self.master.name, code=str(wanted)[:80])
        return self._of_row(found[0])

    def _where(self, condition: str, parameters: Mapping[str, object]) -> tuple[Coded, ...]:
        found = self._rows(f"{condition} AND NOT binned ORDER BY code", parameters)
        return tuple(map(self._of_row, found))

    def _rows(self, condition: str, parameters: Mapping[str, object]) -> Sequence[Sequence[Any]]:
        transaction = self._records.transaction
        sql = f"{self.master.select} WHERE {condition}"
        return transaction.rows(sql, to_native(transaction.dialect, parameters))

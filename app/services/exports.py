"""Export use cases: products, prices, offers and customers as files that an import reads back unchanged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.access.permissions import Permission, permit
from app.exchange.records.exporting import sheet_of
from app.exchange.tables.sheet import Sheet
from app.exchange.tables.writing import write_table
from app.services.file_rows.keepers import KEEPERS, keeper_of
from app.services.file_rows.setting import setting_of

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns

NOUNS = tuple(KEEPERS)
"""What can be exported here."""


def sheet(unit: Nouns, act: Act, *, noun: str) -> Sheet:
    """Return every record of a noun as a table.

    Raises:
        NotPermittedHere: The person may not export.
    """
    permit(act.actor, Permission.EXPORT)
    keeper = keeper_of(noun)
    return sheet_of(keeper.noun, list(keeper.everything(unit, setting_of(unit, act.today))))


def write(unit: Nouns, act: Act, *, noun: str, file: Path, overwrite: bool = False) -> None:
    """Write every record of a noun as csv, xlsx or json by the ending of the file's name.

    Raises:
        NotPermittedHere: The person may not export.
        UnknownEnding: Neither csv nor xlsx nor json.
        FileExists: There is a file of this name and `overwrite` is not set.
        FileNotWritten: The system refused.
    """
    write_table(file, sheet(unit, act, noun=noun), overwrite=overwrite)

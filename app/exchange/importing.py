"""The way in: a file or a paste, what its columns mean, and its rows checked, before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.exchange.mapping.applying import apply, no_files
from app.exchange.mapping.joining import OpenFile
from app.exchange.mapping.mapping import Mapping
from app.exchange.records.nouns import NOUNS
from app.exchange.records.parsing import Parsed, parse
from app.exchange.records.source import in_language
from app.exchange.tables.table import Table


def read_rows(
    mapping: Mapping,
    table: Table,
    open_file: OpenFile = no_files,
    *,
    language: str = "",
    progress: Callable[[int], None] = lambda _rows: None,
) -> Parsed[Any]:
    """Return the rows of a table, typed and checked, with everything that is wrong or was assumed.

    Args:
        mapping: How the table is to be understood; guessed (`guess`) or read (`read_mapping`).
        table: What `read_table` or `read_pasted` gave.
        open_file: Opens the other files the mapping names (`beside` for those in the same folder).
        language: The company's, in which texts without a language are.
        progress: Is handed the number of rows read so far; an error it raises stops the reading.

    Raises:
        AppError: The mapping does not fit the files, or a file cannot be read. What is wrong with single rows
            is in the result.
    """
    source = in_language(apply(mapping, table, open_file), language)
    return parse(NOUNS[mapping.noun], source, told=mapping.told, progress=progress)

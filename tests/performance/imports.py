"""What an import costs beside the bare minimum: the same rows, put into the same tables by plain sqlite3.

The import reads the csv, checks every cell, compares with what is there, writes products, costs, prices and
the search index. The floor is handed the finished rows: ``executemany`` on an empty file of the same schema.
"""

from __future__ import annotations

import sqlite3
import time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from app.services import imports
from tests.performance.deal import a_company
from tests.performance.row import Row
from tests.support.stores import an_act

GOAL = Decimal(4)
TABLES = ("product", "price_entry", "product_cost", "search_entry")
"""Whose rows the floor writes: what the import leaves in the file, the index itself apart."""


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the import; `scale` is not needed for a ratio."""
    count = 20_000 if quick else 100_000
    with TemporaryDirectory() as folder, a_company() as store:
        file = Path(folder) / "products.csv"
        _write(file, count)
        start = time.perf_counter()
        with store.writing(an_act()) as uow:
            parsed = imports.read(uow, noun="products", file=file)
            imports.carry_out(uow, an_act(), parsed=parsed)
        own = time.perf_counter() - start
        floor = _raw_rows(Path(store.name), Path(folder) / "floor.db")
    ratio = (Decimal(own) / Decimal(floor)).quantize(Decimal("0.01"))
    name = f"import {count:,} products with search index, against raw executemany of the same rows"
    return [Row(name, ratio, "x", GOAL, ratio <= GOAL)]


def _write(file: Path, count: int) -> None:
    words = ("Steel", "Brass", "Anvil", "Bolt", "Cable", "Desk", "Engine", "Filter")
    with file.open("w", encoding="utf-8") as out:
        out.write("sku,name,price,currency,tax,unit,cost,category\n")
        for n in range(count):
            name = f"{words[n % 8]} {words[n // 8 % 8]} {n}"
            out.write(f"P-{n:06},{name},{n % 900 + 1}.50,EUR,19,C62,{n % 400}.25,Group {n % 40}\n")


def _raw_rows(filled: Path, target: Path) -> float:
    """Write the same rows into the same tables of an empty file, in one transaction."""
    source = sqlite3.connect(filled)
    floor = sqlite3.connect(target)
    floor.execute("PRAGMA journal_mode = WAL")
    floor.execute("PRAGMA synchronous = FULL")
    wanted = []
    for table in TABLES:
        for (sql,) in source.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND type <> 'trigger'",
            (table,),
        ):
            floor.execute(sql)
        wanted.append((table, source.execute(f"SELECT * FROM {table}").fetchall()))
    start = time.perf_counter()
    floor.execute("BEGIN")
    for table, found in wanted:
        floor.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
    floor.commit()
    spent = time.perf_counter() - start
    source.close()
    floor.close()
    return spent

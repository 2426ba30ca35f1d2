"""The same input gives the same price on any machine: whatever its zone, language and hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

PRODUCTS = (
    "sku,name,price,currency,tax\nA-1,Anvil,100.00,EUR,19\nB-2,Bolt,0.333,EUR,19\nC-3,Clé,9.9949,EUR,7\n"
)
CUSTOMERS = (
    "reference,name,street,city,postcode,country,email\nC1,Acme AG,Weg 1,Berlin,10115,DE,a@example.com\n"
)
LINES = "sku,quantity,discount\nC-3,7,\nA-1,10,12.5\nB-2,25,\n"
MACHINES = {
    "Samoa": {"TZ": "Pacific/Apia", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "Alaska": {"TZ": "America/Anchorage", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "PYTHONHASHSEED": "2"},
    "no zone": {"TZ": "", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"},
}


def deal_on(machine: dict[str, str], folder: Path) -> list[str]:
    """Play a deal from products to invoice; return what the quote, its prices and the invoice say."""
    env = {**os.environ, **machine, "PYTHONPATH": str(ROOT)}

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "app", "--db", "deal.db", "--json", *words]
        return subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, text=True).stdout

    for name, text in {"products": PRODUCTS, "customers": CUSTOMERS, "lines": LINES}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    run("init", "--company", "Bar GmbH", "--country", "DE")
    run("import", "products", "products.csv")
    run("import", "customers", "customers.csv")
    quote = json.loads(run("quote", "new", "--customer", "C1", "--lines", "lines.csv"))["number"]
    said = [run("quote", "show", quote, "--explain")]
    run("quote", "send", quote)
    run("quote", "accept", quote)
    return [*said, run("quote", "show", quote), run("invoice", "issue", "--from", quote)]


@pytest.fixture(scope="module")
def at_home(tmp_path_factory):
    return deal_on({"TZ": "Europe/Berlin"}, tmp_path_factory.mktemp("home"))


@pytest.mark.parametrize("machine", MACHINES)
def test_a_deal_says_the_same_on_every_machine(at_home, tmp_path, machine):
    assert deal_on(MACHINES[machine], tmp_path) == at_home

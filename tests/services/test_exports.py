import json
from dataclasses import replace
from decimal import Decimal

import pytest

from app.access.act import Act
from app.access.actor import Actor
from app.access.permissions import NotPermittedHere
from app.catalog.product import Cost
from app.catalog.reduction import amount_off
from app.catalog.selector import Selector
from app.catalog.texts import Texts
from app.kernel.money import Currency
from app.services import exports, imports
from app.services.exports import NOUNS
from tests.support.catalog import a_promotion, valid
from tests.support.stores import MOMENT, TODAY, an_act


@pytest.fixture
def office(store):
    """The stocked store with some of everything that is awkward in a file."""
    euro = Currency.of("EUR")
    with store.writing(an_act()) as uow:
        odd = replace(
            uow.products.by_sku("A-1"),
            names=Texts.of({"de": "=1+1", "en": "'-Anvil", "ar": "سندان"}),
            descriptions=Texts.of({"de": 'Zeile "1"\nZeile 2; 3'}),
            costs=(Cost(Decimal("1.234"), euro), Cost(Decimal(2), euro, valid("2026-01-01", "2026-02-01"))),
            category="Größe/Ünter, drei",
        )
        uow.products.save(odd)
        uow.promotions.save(a_promotion("-V", selector=Selector.of(skus=["A-1", "B-2"])))
        uow.promotions.save(replace(a_promotion("W", amount_off("2.5", "EUR")), id=uow.new_id()))
    return store


class TestWrite:
    @pytest.mark.parametrize("ending", [".csv", ".xlsx"])
    @pytest.mark.parametrize("noun", NOUNS)
    def test_what_is_exported_is_imported_without_a_change(self, office, tmp_path, noun, ending):
        file = tmp_path / f"x{ending}"
        with office.reading() as unit:
            exports.write(unit, an_act(), noun=noun, file=file)
            parsed = imports.read(unit, noun=noun, file=file)
            seen = imports.preview(unit, parsed=parsed, today=TODAY)
        assert seen.findings == ()
        assert parsed.unmapped == ()
        assert seen.comparison.changes_nothing, seen.comparison
        assert (seen.comparison.same > 0, seen.comparison.absent) == (True, ())

    def test_lets_no_name_become_a_formula(self, office, tmp_path):
        with office.reading() as unit:
            exports.write(unit, an_act(), noun="products", file=tmp_path / "x.csv")
        text = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
        assert ",'=1+1," in text
        assert ",=" not in text

    def test_writes_records_with_decimal_strings(self, office, tmp_path):
        with office.reading() as unit:
            exports.write(unit, an_act(), noun="products", file=tmp_path / "x.json")
        by_sku = {one["sku"]: one for one in json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))}
        assert by_sku["B-2"]["price"] == "0.333"

    def test_asks_for_the_right_to_export(self, office, tmp_path):
        nobody = Act(Actor(an_act().actor.id, "nobody", frozenset()), MOMENT, TODAY)
        with office.reading() as unit, pytest.raises(NotPermittedHere):
            exports.write(unit, nobody, noun="products", file=tmp_path / "x.csv")

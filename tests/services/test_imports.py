import pytest

from app.access.act import Act
from app.access.actor import Actor
from app.access.permissions import NotPermittedHere
from app.access.roles import Role
from app.i18n.messages import sentence
from app.services import imports
from app.services.file_rows.pieces import ROWS_AT_ONCE
from app.services.imports import ImportRefused, MappingOfAnotherNoun
from app.store.faults import DiskFull
from app.store.records import Records
from tests.support.files import counts, imported, looked_at
from tests.support.imports import a_table
from tests.support.stores import MOMENT, TODAY, an_act

PRODUCTS = "sku,name,price,currency,tax\nN-1,Neu,12,EUR,19\nN-2,Auch,1.5,EUR,19\n"
FAULTY = "sku,name,price,currency\nN-1,Neu,12,EUR\nN-2,Auch,NaN,EUR\n"


def skus(store):
    with store.reading() as unit:
        return set(unit.products.by_skus(["N-1", "N-2"]))


class TestRead:
    def test_reads_a_plain_file_without_a_map(self, store, tmp_path):
        (tmp_path / "p.csv").write_text(PRODUCTS)
        with store.reading() as unit:
            parsed = imports.read(unit, noun="products", file=tmp_path / "p.csv")
        assert [row.sku for row in parsed.rows] == ["N-1", "N-2"]

    def test_follows_a_map_and_the_files_beside(self, store, tmp_path):
        (tmp_path / "p.csv").write_text("Id;Preis\n1;1.234,50\n")
        (tmp_path / "n.csv").write_text("Id,Name\n1,Neu\n")
        (tmp_path / "m.toml").write_text(
            'format = 1\nnoun = "products"\n[columns]\nsku = "Id"\nname = "n.Name"\nprice = "Preis"\n'
            '[[join]]\nname = "n"\nfile = "n.csv"\non = { Id = "Id" }\n'
        )
        with store.reading() as unit:
            parsed = imports.read(
                unit, noun="products", file=tmp_path / "p.csv", mapping_file=tmp_path / "m.toml"
            )
        (row,) = parsed.rows
        assert (row.name, str(row.price), row.currency) == ("Neu", "1234.50", "EUR")

    def test_refuses_the_map_of_another_noun(self, store, tmp_path):
        (tmp_path / "p.csv").write_text(PRODUCTS)
        (tmp_path / "m.toml").write_text('format = 1\nnoun = "customers"\n')
        with store.reading() as unit, pytest.raises(MappingOfAnotherNoun):
            imports.read(unit, noun="products", file=tmp_path / "p.csv", mapping_file=tmp_path / "m.toml")


class TestPreview:
    def test_writes_nothing(self, store):
        seen = looked_at(store, "products", PRODUCTS)
        assert (counts(seen), seen.is_ready) == ((2, 0, 0, 0), True)
        assert skus(store) == set()

    def test_names_the_line_and_column_of_each_fault(self, store):
        seen = looked_at(store, "products", FAULTY)
        (finding,) = seen.row_findings
        assert (finding.where, finding.params["line"]) == ("line 3, price", 3)
        assert not seen.is_ready
        assert "NaN" in sentence(finding, "en")


class TestCarryOut:
    def test_does_what_the_preview_said(self, store):
        seen = looked_at(store, "products", PRODUCTS)
        assert imported(store, "products", PRODUCTS).counts == seen.counts
        assert skus(store) == {"N-1", "N-2"}

    def test_imports_nothing_when_a_row_is_faulty(self, store):
        with pytest.raises(ImportRefused) as refusal:
            imported(store, "products", FAULTY)
        assert [finding.where for finding in refusal.value.findings] == ["line 3, price"]
        assert skus(store) == set()

    def test_skips_faulty_rows_when_told(self, store):
        assert counts(imported(store, "products", FAULTY, skip_faulty=True)) == (1, 0, 0, 1)
        assert skus(store) == {"N-1"}

    def test_refuses_what_is_to_be_decided_first_even_so(self, store):
        with pytest.raises(ImportRefused) as refusal:
            imported(store, "products", "sku,name,price,currency\nN-1,x,1.234,EUR\n", skip_faulty=True)
        assert [finding.code for finding in refusal.value.findings] == ["exchange.decimal_sign_unclear"]

    def test_writes_all_or_nothing(self, store, monkeypatch):
        def broken(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Records, "touch", broken)
        with pytest.raises(DiskFull):
            imported(store, "products", PRODUCTS)
        monkeypatch.undo()
        assert skus(store) == set()

    def test_is_written_down_in_the_journal_when_it_changed_something(self, store):
        def kinds():
            with store.reading() as unit:
                company = unit.company.get()
                return [(entry.kind, entry.facts) for entry in unit.journal.of(company.id)]

        imported(store, "products", PRODUCTS)
        assert kinds()[-1] == ("file.imported", '{"changed":0,"faulty":0,"new":2,"noun":"products","same":0}')
        before = len(kinds())
        imported(store, "products", PRODUCTS)
        assert len(kinds()) == before

    def test_asks_for_the_right_to_import(self, store):
        rep = Act(Actor(an_act().actor.id, "rep", frozenset({Role.REP})), MOMENT, TODAY)
        parsed = looked_at(store, "products", PRODUCTS).parsed
        with pytest.raises(NotPermittedHere), store.writing(rep) as uow:
            imports.carry_out(uow, rep, parsed=parsed)


class Stopped(Exception):
    """The person wants to stop."""


class TestStopping:
    MANY = "sku,name,price,currency\n" + "".join(f"M-{n},Many,{n},EUR\n" for n in range(ROWS_AT_ONCE * 2 + 1))

    @staticmethod
    def asked(store):
        """Return how many rows were said to be done, each time somebody could have stopped."""
        told = []
        try:
            with store.writing(an_act()) as uow:
                imports.carry_out(uow, an_act(), parsed=TestStopping.parsed(uow), progress=told.append)
                raise Stopped
        except Stopped:
            return told

    @staticmethod
    def parsed(unit):
        table = a_table(TestStopping.MANY)
        return imports.rows(unit, imports.suggested(unit, table, noun="products"), table)

    def test_is_asked_for_while_rows_are_compared_and_while_they_are_written(self, store):
        told = self.asked(store)
        piece = [0, ROWS_AT_ONCE, ROWS_AT_ONCE * 2]
        assert told[:3] == piece
        assert told[-3:] == piece
        assert len(told) > 6

    def test_leaves_nothing_written_wherever_it_happens(self, store):
        for last in range(len(self.asked(store))):
            remaining = iter(range(last))

            def progress(_rows, remaining=remaining):
                if next(remaining, None) is None:
                    raise Stopped

            with pytest.raises(Stopped), store.writing(an_act()) as uow:
                imports.carry_out(uow, an_act(), parsed=self.parsed(uow), progress=progress)
            with store.reading() as unit:
                assert unit.products.by_skus(["M-0", "M-2000", "M-4000"]) == {}

    def test_a_trial_stops_as_well(self, store):
        def stop(_rows):
            raise Stopped

        with store.reading() as unit, pytest.raises(Stopped):
            imports.preview(unit, parsed=self.parsed(unit), today=TODAY, progress=stop)

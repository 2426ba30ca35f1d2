import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.exchange.tables.reading import read_table
from tests.cli.conftest import PRODUCTS


class TestImport:
    def test_says_what_is_new_changed_and_the_same(self, house):
        again = PRODUCTS.replace("Anvil", "Big anvil") + "C-3,Cog,1.00,EUR,19\n"

        told = house.json("import", "products", house.file("p2.csv", again))

        assert (told["new"], told["changed"], told["same"], told["faulty"]) == (1, 1, 1, 0)

    def test_a_dry_run_changes_nothing(self, house):
        house("import", "products", house.file("p2.csv", PRODUCTS.replace("100.00", "1.00")), "--dry-run")

        assert house.json("import", "products", house.file("p.csv", PRODUCTS))["same"] == 2

    def test_says_where_the_backup_from_before_lies(self, house):
        file = house.file("p2.csv", PRODUCTS.replace("Anvil", "Big anvil"))

        tried = house.json("import", "products", file, "--dry-run")
        told = house.json("import", "products", file)

        assert tried["backup"] is None
        assert Path(told["backup"]).is_file()
        assert told["backup"] in house("import", "products", file)

    def test_names_columns_nobody_takes(self, house):
        text = "sku,name,price,currency,tax,star sign\nZ-1,Zip,1,EUR,19,Leo\n"

        assert house.json("import", "products", house.file("z.csv", text))["unmapped"] == ["star sign"]

    def test_names_line_and_column_of_what_is_wrong(self, house):
        file = house.file("p2.csv", PRODUCTS + "C-3,Cog,much,EUR,19\n")

        house("import", "products", file, "--dry-run")
        tried = house.error
        house("import", "products", file, code=1)

        assert "refused: line 4, price: " in tried
        assert "blocker: line 4, price: " in house.error

    def test_a_file_that_is_none_is_refused_with_its_name(self, house):
        house("import", "products", str(house.folder / "missing.csv"), code=1)

        assert "missing.csv" in house.error


class TestExport:
    def test_invoices_are_a_list_of_the_objects_the_commands_print(self, offered):
        shell, number = offered
        shell("quote", "accept", number)
        issued = shell.json("invoice", "issue", "--from", number)

        shell("export", "invoices", "-o", str(shell.folder / "x.json"))

        (exported,) = json.loads((shell.folder / "x.json").read_text())
        shown = shell.json("invoice", "show", issued["number"])
        assert exported == {name: value for name, value in shown.items() if name != "findings"}

    def test_every_table_is_written_as_csv_and_xlsx_too(self, offered):
        shell, _ = offered
        for noun in ("products", "customers", "quotes", "contracts", "invoices", "payments"):
            for ending in ("csv", "xlsx"):
                target = shell.folder / f"{noun}.{ending}"
                shell("export", noun, "-o", str(target))
                assert target.stat().st_size

    def test_a_workbook_holds_numbers_and_days_and_a_csv_plain_texts(self, offered):
        shell, number = offered
        shell("quote", "accept", number)
        shell("invoice", "issue", "--from", number)
        for ending in ("csv", "xlsx"):
            shell("export", "invoices", "-o", str(shell.folder / f"x.{ending}"))

        (typed,), (plain,) = (
            [dict(zip(table.header, row, strict=True)) for piece in table.read() for row in piece.cells]
            for table in (read_table(shell.folder / name) for name in ("x.xlsx", "x.csv"))
        )

        assert isinstance(typed["issued_on"], date)
        assert isinstance(typed["total"], Decimal)
        assert (str(typed["issued_on"]), typed["total"]) == (plain["issued_on"], Decimal(plain["total"]))
        assert plain["total"] == shell.json("invoice", "show", plain["number"])["total"]

    def test_our_own_export_imports_without_a_change(self, house):
        target = house.folder / "out.csv"
        house("export", "products", "-o", str(target))

        told = house.json("import", "products", str(target))

        assert (told["same"], told["changed"], told["new"], told["unmapped"]) == (2, 0, 0, [])

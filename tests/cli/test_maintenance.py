import sqlite3


class TestVerify:
    def test_a_file_changed_by_hand_is_found_and_ends_with_1(self, offered):
        shell, number = offered
        raw = sqlite3.connect(shell.folder / "t.db")
        raw.execute("DROP TRIGGER quote_frozen_update")
        raw.execute("UPDATE quote SET notes = 'free beer' WHERE number = ?", (number,))
        raw.commit()
        raw.close()

        found = shell.json("verify", code=1)

        bad = {check["check"] for check in found["checks"] if not check["ok"]}
        assert {"quotes.content", "schema.triggers"} <= bad


class TestBackup:
    def test_restores_what_was_there(self, house):
        made = house.json("backup")["file"]
        house("company", "set", "name", "Changed GmbH")

        house("restore", made)

        assert house.json("company", "show")["settings"]["name"] == "Bar GmbH"

    def test_a_file_that_is_no_backup_is_refused(self, house):
        house("restore", house.file("no.db", "not a database"), code=1)

        assert house.json("company", "show")["settings"]["name"] == "Bar GmbH"

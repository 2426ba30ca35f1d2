from app.store.checks.file import CHECKS
from tests.support.broken_files import broken, first_bad


class TestFile:
    def test_names_a_reference_that_leads_nowhere(self, store):
        assert first_bad(store, CHECKS) is None
        store.place._writer.execute("PRAGMA foreign_keys=OFF")
        broken(
            store,
            "CREATE TABLE child (parent TEXT REFERENCES meta(name))",
            "INSERT INTO child VALUES ('nobody')",
        )
        bad = first_bad(store, CHECKS)
        assert bad is not None
        assert (bad.code, bad.params["table"]) == ("verify.reference_broken", "child")

import pytest

from app.store.checks.schema import CHECKS
from tests.support.broken_files import broken, first_bad


class TestSchema:
    @pytest.mark.parametrize(
        ("sql", "code", "name"),
        [
            ("DROP TRIGGER journal_no_delete", "verify.definition_missing", "journal_no_delete"),
            (
                "CREATE TRIGGER mine AFTER INSERT ON journal BEGIN SELECT 1; END",
                "verify.trigger_strange",
                "mine",
            ),
            ("DROP TABLE search_index", "verify.definition_missing", "search_index"),
            ("ALTER TABLE meta RENAME COLUMN value TO said", "verify.table_differs", "meta"),
        ],
    )
    def test_names_what_is_not_as_expected(self, store, sql, code, name):
        assert first_bad(store, CHECKS) is None
        broken(store, sql)
        bad = first_bad(store, CHECKS)
        assert bad is not None
        assert (bad.code, bad.where) == (code, name)

    def test_names_a_trigger_that_was_rewritten(self, store):
        broken(
            store,
            "DROP TRIGGER journal_no_update",
            "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT 1; END",
        )
        bad = first_bad(store, CHECKS)
        assert bad is not None
        assert bad.code == "verify.definition_changed"

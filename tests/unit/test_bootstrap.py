import subprocess
import sys
from datetime import UTC, datetime

import pytest

from app.bootstrap import create_application, open_for_window, sample_file, usual_file
from app.kernel.errors import Unavailable


def at_noon() -> datetime:
    return datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "acme.db"
    create_application(path, clock=at_noon).close()
    return path


class TestOpenForWindow:
    def test_a_second_window_is_refused_until_the_first_is_closed(self, file):
        first = open_for_window(file)
        with pytest.raises(Unavailable):
            open_for_window(file)

        first.close()
        open_for_window(file).close()

    def test_a_file_that_is_not_there_leaves_nothing_behind(self, tmp_path):
        with pytest.raises(Unavailable):
            open_for_window(tmp_path / "none.db")

        assert list(tmp_path.iterdir()) == []

    def test_a_damaged_file_is_free_for_the_next_try(self, tmp_path):
        damaged = tmp_path / "damaged.db"
        damaged.write_bytes(b"this is no database" * 100)
        for _ in range(2):
            with pytest.raises(Unavailable) as refused:
                open_for_window(damaged)
            assert "damaged.db" in str(refused.value.params)


def test_the_sample_company_has_its_own_file():
    assert sample_file() != usual_file()


def test_importing_it_imports_nothing_heavy():
    code = (
        "import sys, app.bootstrap\n"
        "assert not {'sqlalchemy', 'fpdf', 'babel', 'sqlite3', 'alembic'} & set(sys.modules), 'heavy'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

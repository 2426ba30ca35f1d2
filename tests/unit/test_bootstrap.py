import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from app.access.actor import solo_owner
from app.bootstrap import (
    Application,
    create_application,
    open_application,
    open_for_window,
    sample_file,
    usual_file,
)
from app.kernel.errors import Unavailable
from app.services import company


def at_noon() -> datetime:
    return datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "acme.db"
    create_application(path, clock=at_noon).close()
    return path


class TestAct:
    def test_a_laptop_at_utc_plus_13_and_an_office_at_utc_minus_8_issue_the_same_date(self, file):
        instant = datetime(2026, 3, 3, 2, tzinfo=UTC)  # 3 March on the laptop, still 2 March in the office
        with create_application(file.with_name("office.db"), clock=lambda: instant) as office:
            with office.writing(office.act()) as uow:
                company.set_up(uow, uow.act, name="Acme", country="US")
                company.change(uow, uow.act, name="time_zone", text="America/Los_Angeles")
            laptop = Application(office.store, solo_owner(device="LAPTOP"), lambda: instant)
            assert {office.act().today, laptop.act("key").today} == {date(2026, 3, 2)}

    def test_counts_in_utc_before_there_is_a_company(self, file):
        with open_application(file, clock=at_noon) as application:
            assert application.act().today == at_noon().date()


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

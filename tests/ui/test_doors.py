import threading

import pytest

from app.kernel.errors import AppError, RuleViolation, Unavailable
from ui.doors import (
    company_doors,
    countries,
    create_company,
    home_country,
    open_company,
    sample_company,
    usual_company,
)
from ui.shell.first_start import FirstChoices


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("QUOTEWRIGHT_DB", str(tmp_path / "acme.db"))
    return tmp_path


def choices(**more) -> FirstChoices:
    values = {"company": "Acme Tools", "country": "DE", "currency": "EUR"}
    return FirstChoices(**values | {"number_pattern": "", "logo": None} | more)


class TestCreateCompany:
    def test_makes_the_file_and_opens_it(self, folder):
        assert usual_company() is None

        made = create_company(choices())

        assert made.company == "Acme Tools"
        assert made.path == usual_company() == folder / "acme.db"
        made.close()

    def test_currency_and_number_scheme_are_those_chosen(self, folder):
        made = create_company(choices(currency="CHF", number_pattern="R{year}/{seq:04}"))

        with made.reading() as unit:
            company = unit.company.get()
        assert company.seller.currency.code == "CHF"
        assert "R{year}/{seq:04}" in {str(pattern.text) for _series, pattern in company.patterns}
        made.close()

    def test_what_is_refused_leaves_no_file_behind(self, folder):
        with pytest.raises(AppError):
            create_company(choices(currency="QQQ"))

        assert list(folder.iterdir()) == []

    def test_a_file_that_is_there_is_never_overwritten(self, folder):
        create_company(choices()).close()

        with pytest.raises(Unavailable):
            create_company(choices(company="Other"))

        opened = open_company(folder / "acme.db")
        assert opened.company == "Acme Tools"
        opened.close()


class TestOpenCompany:
    def test_u42_a_second_window_process_is_refused(self, folder):
        made = create_company(choices())

        with pytest.raises(Unavailable):
            open_company(folder / "acme.db")
        made.close()

    def test_a_file_without_a_company_is_refused_and_let_go(self, folder):
        from app.bootstrap import create_application, open_for_window

        create_application(folder / "empty.db").close()
        with pytest.raises(RuleViolation):
            open_company(folder / "empty.db")

        open_for_window(folder / "empty.db").close()

    def test_what_is_opened_on_one_thread_is_read_on_another(self, folder):
        made = create_company(choices())
        names: list[str] = []

        def read() -> None:
            with made.reading() as unit:
                names.append(unit.company.get().seller.name)

        reader = threading.Thread(target=read)
        reader.start()
        reader.join()
        assert names == ["Acme Tools"]
        made.close()


class TestSampleCompany:
    def test_is_made_once_with_all_it_sells_and_opened_after(self, monkeypatch, tmp_path):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        for _start in ("first", "second"):
            made = sample_company()
            with made.reading() as unit:
                seller, books = unit.company.get().seller, unit.price_books.all()
            made.close()
            assert seller.findings() == ()
            assert seller.brand.logo
            assert {book.currency.code for book in books} == {"EUR", "USD", "CHF", "GBP"}


class TestCountries:
    def test_each_has_a_name_a_currency_and_a_number_scheme(self):
        found = {choice.code: choice for choice in countries()}

        assert found["DE"].name == "Germany"
        assert (found["CH"].currency, found["JP"].currency) == ("CHF", "JPY")
        assert "19" in found["DE"].taxes
        assert all(choice.number_pattern for choice in found.values())

    def test_the_country_of_this_machine_comes_first(self, monkeypatch):
        monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")

        assert countries()[0].code == "AT"

    @pytest.mark.parametrize(
        ("language", "country"), [("de_CH.UTF-8", "CH"), ("C.UTF-8", "US"), ("", "US"), ("en", "US")]
    )
    def test_it_is_read_from_the_language_setting(self, language, country):
        assert home_country({"LANG": language}) == country


def test_every_door_is_there():
    assert all(callable(door) for door in company_doors())

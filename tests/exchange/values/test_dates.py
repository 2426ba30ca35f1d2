from datetime import date, datetime
from decimal import Decimal

import pytest

from app.exchange.values.dates import (
    DAY_FIRST,
    MONTH_FIRST,
    DateEvidence,
    DateIsANumber,
    NotADate,
    has_time_of_day,
    read_date,
)

NOON = datetime(2013, 5, 30, 12)  # noqa: DTZ001 - spreadsheets know no zone
MIDNIGHT = datetime(2013, 5, 30)  # noqa: DTZ001 - spreadsheets know no zone


class TestReadDate:
    @pytest.mark.parametrize(
        "cell",
        [
            date(2013, 5, 30),
            MIDNIGHT,
            "2013-05-30",
            " 2013-05-30 ",
            "2013-05-30 00:00:00.000",
            "2013-05-30T00:00:00Z",
            "2013-05-30 00:00+02:00",
            "20130530",
            "30.5.2013",
            "30. 05. 2013",
            "5/30/2013",
        ],
    )
    def test_reads_what_files_write(self, cell):
        assert read_date(cell) == date(2013, 5, 30)

    def test_reads_slashes_in_the_order_it_is_told(self):
        assert read_date("3/4/2013", MONTH_FIRST) == date(2013, 3, 4)
        assert read_date("3/4/2013", DAY_FIRST) == date(2013, 4, 3)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "soon",
            "2013-02-29",
            "30.13.2013",
            "13/13/2013",
            "30.5.13",
            "0000-01-01",
            "\uff12013-05-30",
            "x" * 999,
        ],
    )
    def test_refuses_what_is_no_day(self, text):
        with pytest.raises(NotADate) as refusal:
            read_date(text)
        assert len(refusal.value.params["text"]) <= 40

    def test_refuses_a_bare_number(self):
        with pytest.raises(DateIsANumber):
            read_date(Decimal(41424))


class TestHasTimeOfDay:
    @pytest.mark.parametrize("cell", [NOON, "2013-05-30 12:00", "2013-05-30T00:00:01"])
    def test_sees_a_time(self, cell):
        assert has_time_of_day(cell)

    @pytest.mark.parametrize(
        "cell", [MIDNIGHT, "2013-05-30 00:00:00.000", "2013-05-30", date(2013, 5, 30), Decimal(1)]
    )
    def test_takes_midnight_for_none(self, cell):
        assert not has_time_of_day(cell)


class TestDateEvidence:
    @pytest.mark.parametrize(
        ("cells", "order"),
        [
            (["2013-05-30", ""], MONTH_FIRST),
            (["1/2/2013", "30/5/2013"], DAY_FIRST),
            (["1/2/2013", "5/30/2013"], MONTH_FIRST),
            (["5/5/2013", Decimal(3)], MONTH_FIRST),
            (["1/2/2013"], None),
            (["30/5/2013", "5/30/2013"], None),
        ],
    )
    def test_decides_by_a_number_over_twelve_or_asks(self, cells, order):
        found = DateEvidence()
        found.look(cells)
        assert found.form() == order

    def test_names_the_date_it_asks_about(self):
        found = DateEvidence()
        found.look(["1/2/2013"])
        assert found.question("from").params == {"column": "from", "text": "1/2/2013"}

from app.exchange.tables.csv_reading import read_csv
from app.exchange.tables.table import distinct_names


class TestDistinctNames:
    def test_names_every_column_once(self):
        assert distinct_names(["sku", "", "Price", "Price"]) == ("sku", "#2", "Price", "Price #4")

    def test_reads_a_name_over_two_lines_as_one(self):
        assert distinct_names(["unit\n price "]) == ("unit price",)


class TestFirst:
    def test_shows_a_preview_without_the_rest(self):
        table = read_csv(b"sku\n" + b"A\n" * 9000, file="f")
        assert table.first(2) == ([2, 3], [["A"], ["A"]])
        assert len(table.first(8999).lines) == 8999

    def test_shows_all_there_is(self):
        assert read_csv(b"sku\nA\n", file="f").first(5).cells == [["A"]]

import pytest

from app.exchange.tables.files import FileEmpty, FileTooLarge, FileUnreadable, read_file


class TestReadFile:
    def test_returns_bytes_name_and_folder(self, tmp_path):
        (tmp_path / "a.csv").write_bytes(b"sku\n")

        source = read_file(tmp_path / "a.csv")

        assert (source.name, source.folder, source.content) == ("a.csv", tmp_path, b"sku\n")

    def test_names_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(FileUnreadable) as refusal:
            read_file(tmp_path / "a.csv")
        assert refusal.value.params["file"] == "a.csv"

    def test_refuses_a_folder(self, tmp_path):
        with pytest.raises(FileUnreadable):
            read_file(tmp_path)

    @pytest.mark.parametrize("content", [b"", b" \r\n\n"])
    def test_refuses_a_file_that_holds_nothing(self, tmp_path, content):
        (tmp_path / "a.csv").write_bytes(content)
        with pytest.raises(FileEmpty):
            read_file(tmp_path / "a.csv")

    def test_refuses_a_file_over_the_limit_and_takes_one_at_it(self, tmp_path):
        (tmp_path / "a.csv").write_bytes(b"1234")
        assert read_file(tmp_path / "a.csv", largest=4).content == b"1234"
        with pytest.raises(FileTooLarge):
            read_file(tmp_path / "a.csv", largest=3)

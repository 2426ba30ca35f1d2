import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.tables.file_names import LONGEST_NAME, OutsideFolder, inside, safe_file_name


class TestSafeFileName:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Q-2026-0001 Müller & Söhne", "Q-2026-0001_Muller_Sohne"),
            ("../../etc/passwd", "etc_passwd"),
            ("..", "file"),
            ("", "file"),
            ("CON", "file_CON"),
            ("nul.txt", "file_nul.txt"),
            ("a\0b\nc", "a_b_c"),
            ("日本", "file"),
        ],
    )
    def test_keeps_letters_digits_and_a_few_signs(self, text, name):
        assert safe_file_name(text) == name

    def test_keeps_the_ending_of_a_long_name(self):
        name = safe_file_name("x" * 10_000, ".pdf")
        assert len(name) == LONGEST_NAME
        assert name.endswith("x.pdf")

    @given(st.text(max_size=200))
    def test_never_leaves_the_folder(self, text):
        name = safe_file_name(text, ".csv")
        assert name.isascii()
        assert not set(name) & set('/\\:*?"<>|\0')
        assert len(name) <= LONGEST_NAME
        assert name.strip(".") == name


class TestInside:
    def test_finds_a_file_of_the_folder(self, tmp_path):
        assert inside(tmp_path, "Product.csv") == tmp_path / "Product.csv"

    @pytest.mark.parametrize("name", ["", ".", "..", "../a", "a/b", "/etc/passwd", "C:\\a", "a\0", "a:b"])
    def test_refuses_any_other_place(self, tmp_path, name):
        with pytest.raises(OutsideFolder):
            inside(tmp_path, name)

    def test_refuses_a_link_that_leads_out(self, tmp_path):
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "a.csv").symlink_to(tmp_path / "secret.csv")
        with pytest.raises(OutsideFolder):
            inside(tmp_path / "in", "a.csv")

import pytest

from app.catalog.cleaning import cleaned_category, cleaned_product
from app.catalog.texts import Texts
from app.kernel.text import ControlCharacter, DirectionOverride, TextMissing, TextTooLong
from tests.support.catalog import a_product


class TestCleanedProduct:
    def test_takes_blanks_from_around_texts(self):
        product = a_product(" A-1 ", names=Texts.only(" Bolt "), descriptions=Texts.only("M6\r\nsteel \n"))
        cleaned = cleaned_product(product)
        assert (cleaned.sku, cleaned.names, cleaned.descriptions) == (
            "A-1",
            Texts.only("Bolt"),
            Texts.only("M6\nsteel"),
        )

    def test_calls_a_product_without_a_name_by_its_sku(self):
        assert cleaned_product(a_product(names=Texts.only(" "))).names == Texts.only("A-1")

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"sku": " "}, TextMissing),
            ({"sku": "A" * 81}, TextTooLong),
            ({"names": Texts.only("Bolt\nScrew")}, ControlCharacter),
            ({"names": Texts.only("Bolt\u202egpj.exe")}, DirectionOverride),
            ({"names": Texts.only("x" * 10_000)}, TextTooLong),
            ({"descriptions": Texts.only("x" * 2_001)}, TextTooLong),
            ({"category": "a\u0000b"}, ControlCharacter),
        ],
        ids=["empty", "long code", "two lines", "backwards", "endless", "a page", "unprintable"],
    )
    def test_refuses_what_does_not_belong(self, changes, refusal):
        with pytest.raises(refusal):
            cleaned_product(a_product(**{"sku": "A-1"} | changes))


class TestCleanedCategory:
    @pytest.mark.parametrize(
        ("written", "path"), [(" Bikes / Road/", "Bikes/Road"), ("//", ""), ("Bikes", "Bikes")]
    )
    def test_has_single_separators(self, written, path):
        assert cleaned_category(written) == path

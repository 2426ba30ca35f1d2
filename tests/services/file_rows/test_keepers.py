import pytest

from app.services.file_rows.keepers import KEEPERS, keeper_of


class TestKeepers:
    @pytest.mark.parametrize("noun", KEEPERS)
    def test_each_noun_has_its_own(self, noun):
        assert keeper_of(noun).noun.name == noun

    def test_lines_are_no_records(self):
        assert set(KEEPERS) == {"products", "prices", "offers", "customers"}

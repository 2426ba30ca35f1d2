from decimal import Decimal

import pytest

from app.exchange.values.truth import NotYesOrNo, read_truth


class TestReadTruth:
    @pytest.mark.parametrize("cell", ["True", "YES", " x ", "ja", "oui", "Sí", Decimal(1), "1"])
    def test_yes(self, cell):
        assert read_truth(cell) is True

    @pytest.mark.parametrize("cell", ["False", "no", "nein", Decimal(0), "FALSCH"])
    def test_no(self, cell):
        assert read_truth(cell) is False

    @pytest.mark.parametrize("cell", ["", "maybe", Decimal(2)])
    def test_neither(self, cell):
        with pytest.raises(NotYesOrNo):
            read_truth(cell)

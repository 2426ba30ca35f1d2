from app.formulas.faults import Place, UnknownField
from app.i18n.messages import sentence


class TestPlaces:
    def test_are_counted_in_lines_and_columns_from_one(self):
        assert Place.of("a +\nb", 4) == Place(4, 2, 1)
        assert Place.of("a", 0) == Place(0, 1, 1)

    def test_are_said_to_the_reader(self):
        fault = UnknownField(**Place(4, 2, 1).facts, name="qty")
        assert sentence(fault, "en").startswith("Line 2, column 1: there is no field “qty”.")

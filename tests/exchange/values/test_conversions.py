import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.values.conversions import ConversionUnreadable, read_conversion, written_conversion
from app.kernel.quantity import ALL_UNITS, Conversion, ConversionNotPositive, Unit, UnknownUnit
from app.kernel.ratio import Ratio


class TestReadConversion:
    @pytest.mark.parametrize(
        ("text", "unit", "factor", "other"),
        [
            ("XBX = 12 C62", "XBX", Ratio(12), "C62"),
            ("box=12 pieces", "XBX", Ratio(12), "C62"),
            ("Paket = 2.5 m", "XPK", Ratio(5, 2), "MTR"),
            ("SET = 1/3 C62", "SET", Ratio(1, 3), "C62"),
        ],
    )
    def test_reads_codes_words_and_fractions(self, text, unit, factor, other):
        assert read_conversion(text) == Conversion(Unit(unit), Unit(other), factor)

    @pytest.mark.parametrize("text", ["", "12", "XBX 12 C62", "XBX = C62", "XBX = -1 C62", "XBX = 1/0 C62"])
    def test_refuses_other_forms(self, text):
        with pytest.raises(ConversionUnreadable):
            read_conversion(text)

    def test_refuses_units_nobody_knows_and_parts_of_nothing(self):
        with pytest.raises(UnknownUnit):
            read_conversion("XBX = 12 furlongs")
        with pytest.raises(ConversionNotPositive):
            read_conversion("XBX = 0 C62")

    @given(
        st.builds(
            Conversion,
            st.sampled_from(ALL_UNITS),
            st.sampled_from(ALL_UNITS),
            st.builds(Ratio, st.integers(1, 10**9), st.integers(1, 10**9)),
        )
    )
    def test_reads_back_what_was_written(self, conversion):
        assert read_conversion(written_conversion(conversion)) == conversion

from uuid import RFC_4122, UUID

import pytest

from app.kernel.ids import RANDOM_BITS, milliseconds_of, random_bits_of, uuid7, uuid7_after

MOST_BITS = 2**RANDOM_BITS - 1


class TestUuid7:
    def test_is_the_example_of_rfc_9562(self):
        assert uuid7(0x017F22E279B0, 0xCC3 << 62 | 0x18C4DC0C0C07398F) == UUID(
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
        )

    def test_says_its_version_and_variant(self):
        made = uuid7(1, MOST_BITS)

        assert (made.version, made.variant) == (7, RFC_4122)

    def test_gives_back_what_it_was_made_from(self):
        made = uuid7(1234, 5678)

        assert (milliseconds_of(made), random_bits_of(made)) == (1234, 5678)

    @pytest.mark.parametrize(("milliseconds", "bits"), [(-1, 0), (2**48, 0), (0, -1), (0, MOST_BITS + 1)])
    def test_refuses_what_does_not_fit(self, milliseconds, bits):
        with pytest.raises(ValueError, match="fit"):
            uuid7(milliseconds, bits)


class TestUuid7After:
    def test_takes_the_time_when_it_has_moved_on(self):
        assert uuid7_after(uuid7(1, 9), 2, 3) == uuid7(2, 3)

    def test_takes_the_time_when_there_is_no_earlier_id(self):
        assert uuid7_after(None, 2, 3) == uuid7(2, 3)

    @pytest.mark.parametrize("milliseconds", [5, 4])
    def test_counts_on_when_the_clock_stands_still_or_runs_backwards(self, milliseconds):
        assert uuid7_after(uuid7(5, 9), milliseconds, 3) == uuid7(5, 10)

    def test_borrows_a_millisecond_when_the_random_bits_are_used_up(self):
        assert uuid7_after(uuid7(5, MOST_BITS), 5, 3) == uuid7(6, 3)

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.ids import RANDOM_BITS, milliseconds_of, random_bits_of, uuid7, uuid7_after

instants = st.integers(0, 2**48 - 2)
bits = st.integers(0, 2**RANDOM_BITS - 1)


@given(instants, bits, instants, bits)
def test_ids_sort_by_time_as_numbers_and_as_text(early, early_bits, late, late_bits):
    left, right = uuid7(early, early_bits), uuid7(late, late_bits)
    if early != late:
        assert (left < right) == (early < late) == (str(left) < str(right))


@given(instants, bits)
def test_an_id_gives_back_its_time_and_its_random_bits(milliseconds, random_bits):
    made = uuid7(milliseconds, random_bits)

    assert (made.version, milliseconds_of(made), random_bits_of(made)) == (7, milliseconds, random_bits)


@given(st.lists(st.tuples(instants, bits), min_size=2, max_size=30))
def test_one_clients_ids_always_grow_whatever_its_clock_does(moments):
    ids, last = [], None
    for milliseconds, random_bits in moments:
        last = uuid7_after(last, milliseconds, random_bits)
        ids.append(last)

    assert all(before < after for before, after in pairwise(ids))

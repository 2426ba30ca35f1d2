from ui.quotes.ids import LineIds


def test_ids_rise_even_within_a_millisecond():
    new_id = LineIds()

    made = [new_id() for _n in range(200)]

    assert made == sorted(set(made))
    assert {one.version for one in made} == {7}

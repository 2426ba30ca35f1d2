from functools import cached_property

import pytest

from app.store.nouns import Nouns

OFFERED = sorted(name for name, value in vars(Nouns).items() if isinstance(value, cached_property))


@pytest.mark.parametrize("name", OFFERED)
def test_every_noun_has_its_repository(store, name):
    with store.reading() as reading:
        repository = getattr(reading, name)
        assert type(repository).__module__.startswith("app.store.")
        assert getattr(reading, name) is repository

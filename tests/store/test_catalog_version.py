"""The counter that says whether a plan made from the catalog still stands."""

import pytest

from app.store.catalog_version import current_version, raise_version
from tests.support.stores import an_act

pytestmark = pytest.mark.every_engine


class TestCatalogVersion:
    def test_counts_from_zero(self, store):
        with store.writing(an_act()) as uow:
            assert current_version(uow.records) == 0
            raise_version(uow.records)
            raise_version(uow.records)
            assert current_version(uow.records) == 2

from hashlib import sha256
from uuid import UUID

import pytest

from app.store.faults import RecordFrozen
from tests.support.stores import an_act

DOCUMENT = UUID(int=5)


class TestFiles:
    def test_hands_out_the_same_bytes(self, stocked_store):
        with stocked_store.writing(an_act()) as uow:
            kept = uow.files.keep("invoice", DOCUMENT, b"%PDF-1", template="standard/1")

        with stocked_store.reading() as unit:
            assert unit.files.of_document("invoice", DOCUMENT) == kept
            assert unit.files.of_document("quote", DOCUMENT) is None
        assert kept.sha256 == sha256(b"%PDF-1").hexdigest()

    def test_a_paper_that_left_is_never_replaced(self, stocked_store):
        with stocked_store.writing(an_act()) as uow:
            uow.files.keep("invoice", DOCUMENT, b"%PDF-1", template="standard/1")

        with pytest.raises(RecordFrozen), stocked_store.writing(an_act()) as uow:
            uow.records.transaction.rows("UPDATE document_file SET content = x'00'")

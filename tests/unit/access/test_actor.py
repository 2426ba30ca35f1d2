from app.access.actor import SOLO_ID, solo_owner
from app.access.roles import EVERY_ROLE


class TestSoloOwner:
    def test_has_every_role(self):
        assert solo_owner().roles == EVERY_ROLE

    def test_is_the_same_person_at_every_start(self):
        assert solo_owner("Ada", "B").id == solo_owner().id == SOLO_ID

    def test_keeps_the_name_of_the_device(self):
        assert solo_owner(device="B").device == "B"

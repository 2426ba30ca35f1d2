from app.access.roles import EVERY_ROLE, Role


class TestRole:
    def test_has_the_five_jobs_of_the_house(self):
        assert [role.value for role in Role] == ["rep", "manager", "office", "admin", "auditor"]

    def test_every_role_leaves_none_out(self):
        assert frozenset(Role) == EVERY_ROLE

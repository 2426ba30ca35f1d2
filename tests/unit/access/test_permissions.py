import pytest

from app.access.actor import solo_owner
from app.access.permissions import (
    PERMISSIONS,
    NotPermittedHere,
    Permission,
    may,
    permit,
    roles_that_may,
)
from app.access.roles import Role
from tests.support.access import an_actor


class TestPermit:
    def test_lets_a_rep_send_a_quote(self):
        permit(an_actor(Role.REP), Permission.QUOTES_SEND)

    def test_refuses_a_rep_who_issues_an_invoice_and_names_who_may(self):
        with pytest.raises(NotPermittedHere) as refusal:
            permit(an_actor(Role.REP, name="Ruth"), Permission.INVOICES_ISSUE)

        assert refusal.value.params == {"permission": "invoices.issue", "actor": "Ruth", "roles": "office"}

    def test_adds_up_the_roles_of_one_person(self):
        permit(an_actor(Role.REP, Role.OFFICE), Permission.INVOICES_ISSUE)

    def test_refuses_a_person_without_a_role(self):
        with pytest.raises(NotPermittedHere):
            permit(an_actor(), Permission.READ)

    def test_lets_the_only_person_do_everything(self):
        assert all(may(solo_owner(), permission) for permission in Permission)


class TestPermissions:
    def test_speak_about_every_role(self):
        assert set(PERMISSIONS) == set(Role)

    def test_give_every_permission_to_somebody(self):
        assert all(roles_that_may(permission) for permission in Permission)

    def test_let_the_auditor_change_nothing(self):
        assert PERMISSIONS[Role.AUDITOR] == {Permission.READ, Permission.EXPORT, Permission.VERIFY}

    def test_let_every_role_read(self):
        assert roles_that_may(Permission.READ) == tuple(Role)

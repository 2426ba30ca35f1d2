"""What may be done, and which role may do it: one table, read by use cases, menus and the manual."""

from __future__ import annotations

from enum import StrEnum

from app.access.actor import Actor
from app.access.roles import Role
from app.kernel.errors import NotPermitted


class NotPermittedHere(NotPermitted):
    """None of the person's roles may do this."""

    code = "access.not_permitted"


class Permission(StrEnum):
    """One family of use cases."""

    READ = "read"
    QUOTES_EDIT = "quotes.edit"
    QUOTES_SEND = "quotes.send"
    QUOTES_ACCEPT = "quotes.accept"
    QUOTES_REVISE = "quotes.revise"
    CONTRACTS_EDIT = "contracts.edit"
    INVOICES_ISSUE = "invoices.issue"
    INVOICES_CREDIT = "invoices.credit"
    PAYMENTS_BOOK = "payments.book"
    PAYMENTS_REVERSE = "payments.reverse"
    CATALOG_EDIT = "catalog.edit"
    CUSTOMERS_EDIT = "customers.edit"
    COMPANY_EDIT = "company.edit"
    IMPORT = "import"
    EXPORT = "export"
    BACKUP = "backup"
    RESTORE = "restore"
    VERIFY = "verify"


_SELLING = frozenset(
    {
        Permission.READ,
        Permission.QUOTES_EDIT,
        Permission.QUOTES_SEND,
        Permission.QUOTES_ACCEPT,
        Permission.QUOTES_REVISE,
        Permission.CUSTOMERS_EDIT,
        Permission.EXPORT,
    }
)

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.REP: _SELLING,
    Role.MANAGER: _SELLING | {Permission.CATALOG_EDIT, Permission.CONTRACTS_EDIT, Permission.VERIFY},
    Role.OFFICE: frozenset(
        {
            Permission.READ,
            Permission.QUOTES_ACCEPT,
            Permission.CONTRACTS_EDIT,
            Permission.INVOICES_ISSUE,
            Permission.INVOICES_CREDIT,
            Permission.PAYMENTS_BOOK,
            Permission.PAYMENTS_REVERSE,
            Permission.CUSTOMERS_EDIT,
            Permission.IMPORT,
            Permission.EXPORT,
            Permission.BACKUP,
            Permission.VERIFY,
        }
    ),
    Role.ADMIN: frozenset(
        {
            Permission.READ,
            Permission.CATALOG_EDIT,
            Permission.CUSTOMERS_EDIT,
            Permission.COMPANY_EDIT,
            Permission.IMPORT,
            Permission.EXPORT,
            Permission.BACKUP,
            Permission.RESTORE,
            Permission.VERIFY,
        }
    ),
    Role.AUDITOR: frozenset({Permission.READ, Permission.EXPORT, Permission.VERIFY}),
}


def may(actor: Actor, permission: Permission) -> bool:
    """Test whether one of the person's roles may do this."""
    return any(permission in PERMISSIONS[role] for role in actor.roles)


def roles_that_may(permission: Permission) -> tuple[Role, ...]:
    """Return the roles to ask, in the order of `Role`."""
    return tuple(role for role in Role if permission in PERMISSIONS[role])


def permit(actor: Actor, permission: Permission) -> None:
    """Let the act go on, or refuse it and name the roles that may do it.

    Raises:
        NotPermittedHere: None of the person's roles may do this.
    """
    if not may(actor, permission):
        needed = ", ".join(roles_that_may(permission))
        raise NotPermittedHere(permission=permission.value, actor=actor.name, roles=needed)

"""``quotewright``: every command, and how it ends: 0 done, 1 refused with a sentence, 2 wrong usage."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from app.cli.billing import contract_group, invoice_group, payment_group, pdf
from app.cli.bundles import bundle_group
from app.cli.company import company_group, init
from app.cli.files import export, import_group
from app.cli.maintenance import backup, restore, verify
from app.cli.pricing import price, rules
from app.cli.quotes import quote_group
from app.cli.session import Session, refuse
from app.kernel.errors import AppError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--db", default=None, metavar="FILE", help="The database file.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
@click.pass_context
def quotewright(context: click.Context, db: str | None, as_json: bool) -> None:  # click's flag
    """Quote to cash: offline, in one file, every price explained."""
    context.obj = Session(db or "", as_json)


for command in (
    init,
    company_group,
    import_group,
    export,
    quote_group,
    contract_group,
    invoice_group,
    pdf,
    payment_group,
    bundle_group,
    price,
    rules,
    verify,
    backup,
    restore,
):
    quotewright.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in asked
    try:
        result = quotewright.main(args=asked, prog_name="quotewright", standalone_mode=False)
    except click.ClickException as usage:
        usage.show()
        return usage.exit_code
    except click.Abort:
        click.echo("quotewright: stopped", err=True)
        return 1
    except AppError as error:
        return refuse(error, as_json=as_json)
    return result if isinstance(result, int) else 0

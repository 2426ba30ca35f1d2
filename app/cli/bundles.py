"""``bundle``: how products made of products may be configured."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.session import Session, read_json, shared
from app.configurator.model import Model
from app.configurator.plain import model_from_plain, model_to_plain
from app.services.bundles import keep


@click.group("bundle")
def bundle_group() -> None:
    """Keep and show how bundles may be configured."""


@bundle_group.command("load")
@click.argument("file", type=click.Path(path_type=Path), metavar="MODEL.json")
@shared
def load(session: Session, *, file: Path) -> None:
    """Keep a model; the one the bundle had is replaced. A model in which nothing is valid is refused."""
    model = model_from_plain(read_json(file))
    with session.application() as application:
        act = application.act()
        with application.writing(act) as uow:
            found = keep(uow, act, model=model)
    session.show(model_to_plain(model), _text(model))
    session.warn(found)


@bundle_group.command("show")
@click.argument("sku")
@shared
def show(session: Session, *, sku: str) -> None:
    """Print how a bundle may be configured."""
    with session.application() as application, application.reading() as unit:
        model = unit.bundles.get(sku)
    session.show(model_to_plain(model), _text(model))


def _text(model: Model) -> str:
    lines = [model.sku]
    for bundle in model.bundles:
        for feature in bundle.features:
            options = ", ".join(option.sku for option in feature.options)
            lines.append(f"  {bundle.sku}  {feature.code}: {options}")
    lines.append(f"  {len(model.constraints)} constraints, {len(model.rules)} rules")
    return "\n".join(lines)

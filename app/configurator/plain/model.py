"""A model as a plain value: what an export carries, and what a sent quote keeps of how it was configured."""

from __future__ import annotations

from app.catalog.plain import (
    attribute_of,
    attribute_to_plain,
    bundle_of,
    bundle_to_plain,
    value_of,
    value_plain,
    values_of,
    values_plain,
)
from app.configurator.constraints import Cardinality, Excludes, Requires
from app.configurator.model import AskedAttribute, Model
from app.configurator.plain.laws import law_of, law_to_plain
from app.kernel.fields import Fields, reduced


def model_to_plain(model: Model) -> dict[str, object]:
    """Return the model; fields at their default are left out."""
    return reduced(
        {
            "sku": model.sku,
            "bundles": [bundle_to_plain(bundle) for bundle in model.bundles],
            "attributes": [_asked_plain(asked) for asked in model.attributes],
            "constraints": [law_to_plain(law) for law in model.constraints],
            "rules": [law_to_plain(law) for law in model.rules],
            "products": [{"sku": sku, "values": values_plain(values)} for sku, values in model.products],
        }
    )


def model_from_plain(value: object) -> Model:
    """Return the model a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    fields = Fields(value)
    laws = [law_of(one) for name in ("constraints", "rules") for one in fields.objects(name)]
    constraints = tuple(law for law in laws if isinstance(law, Requires | Excludes | Cardinality))
    rules = tuple(law for law in laws if not isinstance(law, Requires | Excludes | Cardinality))
    return fields.build(
        lambda: Model(
            sku=fields.text("sku"),
            bundles=tuple(bundle_of(one) for one in fields.objects("bundles")),
            attributes=tuple(_asked(one) for one in fields.objects("attributes")),
            constraints=constraints,
            rules=rules,
            products=tuple((one.text("sku"), values_of(one, "values")) for one in fields.objects("products")),
        )
    )


def _asked_plain(asked: AskedAttribute) -> dict[str, object]:
    members = {"attribute": attribute_to_plain(asked.attribute), "required": asked.required}
    default = {} if asked.default is None else {"default": value_plain(asked.default)}
    return reduced(members) | default


def _asked(fields: Fields) -> AskedAttribute:
    return fields.build(
        lambda: AskedAttribute(
            attribute=attribute_of(fields.within("attribute")),
            required=fields.flag("required", False),
            default=value_of(fields, "default") if "default" in fields else None,
        )
    )

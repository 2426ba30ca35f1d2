import pytest

from app.catalog.attribute import AttributeValues
from app.configurator.conditions import Chosen, Is
from app.configurator.constraints import Requires
from app.configurator.model import AskedAttribute
from app.configurator.plain import model_from_plain, model_to_plain
from app.configurator.rules import Alert
from app.kernel.canonical import canonical_json
from app.kernel.fields import PlainUnreadable
from app.kernel.json_text import parse_json
from tests.support.catalog import a_choice, a_yes_no
from tests.support.configurator import a_model

LAWS = [Requires("R", "PC", Chosen("A"), Is("region", "EU")), Alert("W", "PC", Chosen("B"))]
ASKED = [
    AskedAttribute(a_choice("region", "EU"), required=True, default="EU"),
    AskedAttribute(a_yes_no("out"), default=False),
]
MODEL = a_model(laws=LAWS, asked=ASKED, products=(("A", AttributeValues.of({"port": "usb"})),))


def test_a_model_with_everything_set_comes_back():
    assert model_from_plain(parse_json(canonical_json(model_to_plain(MODEL)))) == MODEL


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"sku": "CAR"}, "$"),
        ({"bundles": [{"sku": "PC"}]}, "bundles[0].id"),
        ({"attributes": [{}]}, "attributes[0].attribute.id"),
        ({"constraints": [{"kind": "requires"}]}, "constraints[0].code"),
        ({"products": [{}]}, "products[0].sku"),
    ],
)
def test_what_is_none_names_its_fault(change, where):
    with pytest.raises(PlainUnreadable) as refused:
        model_from_plain(model_to_plain(MODEL) | change)
    assert refused.value.params["where"] == where

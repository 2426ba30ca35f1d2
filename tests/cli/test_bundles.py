import json
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "bundle.json"
PARTS = "sku,name,price,currency,tax\n" + "".join(
    f"{sku},{sku},10.00,EUR,19\n" for sku in ("DESK", "TOP-OAK", "TOP-STEEL", "LEGS", "LIFT", "TRAY")
)


def test_a_model_is_kept_and_shown_as_it_was_loaded(house):
    house("import", "products", house.file("parts.csv", PARTS))

    loaded = house.json("bundle", "load", str(EXAMPLE))

    assert loaded == house.json("bundle", "show", "DESK")
    assert "DESK" in house("bundle", "show", "DESK")


def test_a_model_of_products_nobody_has_is_refused(house):
    house("bundle", "load", str(EXAMPLE), code=1)

    assert "DESK" in house.error


def test_a_product_without_a_model_says_so(house):
    house("bundle", "show", "A-1", code=1)

    assert house.error.startswith("quotewright: “A-1” is sold as it is")


def test_what_is_no_model_is_refused_with_its_place(house):
    for text in ("{}", "[]", json.dumps({"sku": "A-1", "bundles": []})):
        house("bundle", "load", house.file("b.json", text), code=1)
        assert house.error.startswith("quotewright: ")

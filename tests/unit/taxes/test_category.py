from app.taxes.category import TaxCategory


def test_only_three_categories_bear_tax():
    assert {category for category in TaxCategory if category.bears_tax} == {"S", "L", "M"}

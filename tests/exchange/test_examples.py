"""The mappings in docs/examples work, on made-up files with the columns and quirks of AdventureWorks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.exchange.importing import read_rows
from app.exchange.mapping.applying import beside
from app.exchange.mapping.toml_reading import mapping_of, read_mapping
from app.exchange.mapping.toml_writing import toml_of
from app.exchange.tables.reading import read_table
from tests.architecture.house import ROOT
from tests.support.imports import problems

EXAMPLES = ROOT / "docs" / "examples" / "adventureworks"

MIDNIGHT = " 00:00:00.000"

FILES = {
    "Product.csv": """
ProductID,Name,ProductNumber,ListPrice,StandardCost,ProductSubcategoryID,SellStartDate,SellEndDate
1,"Ball, free","BA-1",0,0,,2008-04-30~,
2,"Road-1 ""Red"", 5","BK-R",60.745,26.5955,2,2011-05-31~,2013-05-29~
3,"Cap","CA-1",8.99,6.9223,,2011-05-31~,
""",
    "ProductSubcategory.csv": """
ProductSubcategoryID,ProductCategoryID,Name
2,1,"Road Bikes"
""",
    "ProductCategory.csv": """
ProductCategoryID,Name
1,"Bikes"
""",
    "vProductAndDescription.csv": """
ProductID,Name,ProductModel,CultureID,Description
2,"x","x","en","Fast."
2,"x","x","he","מהיר"
2,"x","x","zh-cht","经典"
""",
    "ProductListPriceHistory.csv": """
ProductID,StartDate,EndDate,ListPrice
2,2011-05-31~,2012-05-29~,57.7275
2,2012-05-30~,,60.745
9,2012-05-30~,,1
""",
    "ProductCostHistory.csv": """
ProductID,StartDate,EndDate,StandardCost
2,2011-05-31~,2012-05-29~,24.99
""",
    "SpecialOffer.csv": """
SpecialOfferID,Description,DiscountPct,Type,StartDate,EndDate,MinQty,MaxQty
1,"No Discount",0,"No Discount",2011-05-01~,2014-11-30~,0,
2,"Volume 11 to 14",0.02,"Volume",2011-05-31~,2014-05-30~,11,14
6,"Volume over 60",0.2,"Volume",2011-05-31~,2014-05-30~,61,
""",
    "SpecialOfferProduct.csv": """
SpecialOfferID,ProductID
1,2
2,3
2,2
""",
    "vStoreWithAddresses.csv": """
BusinessEntityID,Name,AddressType,AddressLine1,AddressLine2,City,StateProvinceName,PostalCode,CountryRegionName
7,"O'Hara Bikes","Main Office","1 Main St","","Oxnard","California","93030","United States"
7,"O'Hara Bikes","Shipping","9 Dock Rd","Gate 2","Berlin","Brandenburg","10115","Germany"
8,"Vélo","Main Office","2 Rue","","Paris","Seine (Paris)","75002","France"
""",
    "vStoreWithContacts.csv": """
BusinessEntityID,ContactType,Title,FirstName,MiddleName,LastName,Suffix,PhoneNumber,EmailAddress
7,"Owner","Mr.","Joe","","Arthur","Jr.","149-555-0113","joe@example.com"
7,"Agent","","Ann","","Other","","1 (11) 500 555-0163","ann@example.com"
""",
    "CountryRegion.csv": """
CountryRegionCode,Name
US,United States
DE,Germany
FR,France
""",
    "StateProvince.csv": """
StateProvinceCode,CountryRegionCode,Name
CA,US,California
BB,DE,Brandenburg
75,FR,Seine (Paris)
""",
}


@pytest.fixture
def rows(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text.lstrip().replace("~", MIDNIGHT), encoding="utf-8")

    def read(name: str):
        mapping = read_mapping(EXAMPLES / f"{name}.toml")
        return read_rows(mapping, read_table(tmp_path / mapping.file), beside(tmp_path), language="en")

    return read


class TestAdventureWorks:
    def test_products_with_categories_and_texts(self, rows):
        found = rows("products")
        bike, cap = found.rows
        assert (bike.name, bike.price, bike.cost) == (
            'Road-1 "Red", 5',
            Decimal("60.745"),
            Decimal("26.5955"),
        )
        assert (bike.category, cap.category) == ("Bikes/Road Bikes", "")
        assert (bike.description, bike.descriptions) == ("Fast.", (("he", "מהיר"), ("zh_Hans", "经典")))
        assert (bike.sell_from, bike.sell_to) == (date(2011, 5, 31), date(2013, 5, 29))
        assert found.problems == ()

    def test_prices_with_their_days_and_costs(self, rows):
        found = rows("prices")
        assert [(row.sku, row.price, row.cost, row.valid_from, row.valid_to) for row in found.rows] == [
            ("BK-R", Decimal("57.7275"), Decimal("24.99"), date(2011, 5, 31), date(2012, 5, 29)),
            ("BK-R", Decimal("60.745"), None, date(2012, 5, 30), None),
        ]
        assert (4, "", "exchange.nothing_to_join") in problems(found)

    def test_offers_with_their_products_and_limits(self, rows):
        found = rows("offers")
        (band,) = found.rows
        assert (band.code, band.percent, band.min_quantity, band.max_quantity) == ("2", 2, 11, 14)
        assert band.skus == ("BK-R", "CA-1")

    def test_an_offer_without_products_is_not_an_offer_for_all(self, rows):
        found = rows("offers")
        assert [row.code for row in found.rows] == ["2"]
        assert "exchange.rows_dropped" in {finding.code for finding in found.findings}

    def test_customers_with_addresses_and_contacts(self, rows):
        store, other = rows("customers").rows
        assert (store.reference, store.name, store.contact) == ("7", "O'Hara Bikes", "Mr. Joe Arthur Jr.")
        assert (store.billing.subdivision, store.shipping.subdivision) == ("US-CA", "DE-BB")
        assert store.shipping.lines == ("9 Dock Rd", "Gate 2")
        assert (other.subdivision, other.email, other.shipping) == ("FR-75", "", None)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_can_be_kept_and_read_again(path):
    mapping = read_mapping(path)
    assert mapping_of(toml_of(mapping)) == mapping

"""Sentences about products and price books: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "catalog.code_not_found": "“{code}” is not in the catalog. Check the spelling, or add it first.",
    "catalog.product_not_found": (
        "This product is not here any more. Look for it in the catalog, or add it again."
    ),
    "catalog.unknown_sku": (
        "No product has the SKU “{sku}”. Check the spelling, or add the product to the catalog."
    ),
}

"""The catalog: products, what they cost now and what they cost before."""

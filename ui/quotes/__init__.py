"""The quote's screens: the list, the builder, and what leads to and from them."""

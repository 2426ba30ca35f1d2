"""What cells mean: numbers, dates, countries, units, taxes and truth in the ways people write them."""

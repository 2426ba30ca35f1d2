"""What may be chosen together: bundles configured, explained and mended, and products found by questions."""

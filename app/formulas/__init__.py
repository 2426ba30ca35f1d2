"""Formulas people write into price rules: read safely, checked for their units, computed exactly."""

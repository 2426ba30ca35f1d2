"""Widgets that know no noun: they show plain values and hand back what the person wants."""

"""Rows of each noun, typed and checked, with every problem named by its line and column."""

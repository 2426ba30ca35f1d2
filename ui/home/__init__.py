"""The start page: what waits for me today, money due, the last quotes."""

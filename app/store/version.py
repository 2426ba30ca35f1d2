"""Which files are ours and which schema this code speaks."""

APPLICATION_ID = 0x51577274
"""Written into the header of every SQLite file ("QWrt"), so that another program's database is refused."""

SCHEMA_VERSION = 1
"""Number of the newest migration, also kept in a file's `user_version`."""

HEAD = f"{SCHEMA_VERSION:04}"
"""The newest migration's name, as Alembic keeps it."""

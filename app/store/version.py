"""Which files are ours and which schema this code speaks."""

APPLICATION_ID = 0x51577274
"""Written into the header of every SQLite file ("QWrt"), so that another program's database is refused."""

SCHEMA_VERSION = 1
"""Number of the newest migration; kept in the file's `user_version`, on a server in `meta`."""

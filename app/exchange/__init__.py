"""Files in and out: tables are read and written, columns understood, rows checked."""

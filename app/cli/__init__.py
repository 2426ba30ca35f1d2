"""The command line: the same services as commands, for people and for other programs."""

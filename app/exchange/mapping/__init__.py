"""Which column of whose file is which field of ours: guessed, written down, kept, and followed."""

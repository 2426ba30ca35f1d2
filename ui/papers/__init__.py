"""A document's paper on its way out of the house: into a file, a mail, a printer."""

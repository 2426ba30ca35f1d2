"""The settings of the company, the look of the window, and what is done with the whole file."""

"""The window: shows state, takes input, calls services. No business rule lives here."""

"""The configurator: a bundle put together, option by option, with the reason for all that is not open."""

"""Which tax a supply bears, at which rate, and why."""

"""Contracts: what was accepted, as subscriptions and one-offs that billing can follow."""

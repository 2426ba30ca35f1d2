"""What every screen needs: theme, icons, jobs, undo, errors, actions, settings."""

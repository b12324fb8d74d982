"""What somebody tries who has no right to it."""

"""Many filled forms received at once: where they come from, how they are read, whose they are. See docs/decisions/0024-mass-intake.md."""

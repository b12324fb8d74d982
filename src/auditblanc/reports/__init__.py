"""Documents for people, one way: one content tree, and what draws it (PDF, Word). Knows neither Django nor files read."""

"""The chapters of the report, one a module: each is a function from the subject to the blocks it says."""

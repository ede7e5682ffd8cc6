"""The office of the simulated year: a department of sixty people in eight units (illustrative data)."""

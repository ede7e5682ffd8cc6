"""P00: the year of the quality management system, what it owes and when, and its calendar."""

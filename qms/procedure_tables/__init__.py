"""Procedures as the table that offices approve: read into a model, and a model told as the table."""

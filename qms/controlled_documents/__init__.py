"""Controlled documents of the office, their versions, and who has read them (ISO 9001:2015, 7.5)."""

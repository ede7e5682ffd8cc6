"""Agencies, units, people and the roles they hold by date."""

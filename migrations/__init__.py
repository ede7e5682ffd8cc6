"""Alembic: one history for the whole database."""

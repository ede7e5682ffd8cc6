"""Delegations (KT., TL., TUQ.) and absences with their substitutes."""

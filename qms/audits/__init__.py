"""Internal audits: programme, audits of units, auditors, what they found (ISO 9001:2015, 9.2)."""

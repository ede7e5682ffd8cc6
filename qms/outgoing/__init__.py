"""Documents that the office issues: drafted, signed, numbered, sealed, sent, with proof (Decree 30/2020)."""

"""Moving running cases to another version: proposed, decided by the head of the agency, carried out."""

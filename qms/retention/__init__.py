"""How long records are kept, what may not be destroyed, archives, and disposal with minutes."""

"""Management reviews: what came before the head, what was decided, what became of it (ISO 9001:2015, 9.3)."""

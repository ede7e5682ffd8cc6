"""The chain of a case: every case that led to it and every case that followed from it, as one timeline."""

"""The evidence that an inspection asks for: thirteen items with their documents, to hand out as one file."""

"""A version or a draft of a procedure as the controlled document that offices print, sign and give out."""

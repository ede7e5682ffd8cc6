"""Documents: legal documents from outside (VBQPPL) and the office's own procedures with their versions."""

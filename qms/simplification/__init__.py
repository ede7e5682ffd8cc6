"""P14: proposals to simplify procedures, decided, sent on, measured; at least one procedure in ten."""

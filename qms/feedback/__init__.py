"""P16: feedback taken in, answered within ten working days, and acted on where it is right."""

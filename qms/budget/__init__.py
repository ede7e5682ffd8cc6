"""P15: the estimate against its caps, what was approved, what was spent, the settlement."""

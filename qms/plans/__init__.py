"""P01: the yearly plan of maintenance and improvement, consulted, checked, signed, sent and followed."""

"""P12: the Department inspects by file and on site, the agency answers and corrects within two months."""

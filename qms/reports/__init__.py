"""P11: the reports of a year by the calendar of the province, filled from data, signed, sent, received."""

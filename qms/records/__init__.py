"""Records of a case to print and to take away: control sheet, case file, logs of events."""

"""Legal time of the offices: deadline policies and working calendars as data."""

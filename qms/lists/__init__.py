"""Lists that offices hand in as spreadsheets: columns known by their headings, rows checked one by one."""

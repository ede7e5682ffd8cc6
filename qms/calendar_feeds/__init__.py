"""The private addresses under which officers read their deadlines in a calendar program of their own."""

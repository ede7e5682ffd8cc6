"""What administrators of an agency do: people, roles, accounts, units, planned changes; and its log."""

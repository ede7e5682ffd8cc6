"""Local accounts, sign-in sessions and throttling."""

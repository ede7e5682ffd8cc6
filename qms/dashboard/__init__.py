"""What the heads of an office see at one glance."""

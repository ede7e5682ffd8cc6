"""What the machine must not stay silent about, told to administrators past the outbox."""

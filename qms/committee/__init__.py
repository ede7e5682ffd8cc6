"""P13: the steering committee kept right when people, posts or units change."""

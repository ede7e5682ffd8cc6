"""P04: training planned, held and tested, the competence that follows, its effect after 90 days."""

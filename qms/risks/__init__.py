"""P03: risks and opportunities, ranked, acted on, and the effect of the action judged."""

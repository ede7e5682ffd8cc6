"""P02: measurable objectives of the agency and its units, measured every quarter."""

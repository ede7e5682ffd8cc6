"""The register of form templates: forms of law and of the office in versions, and what rests on them."""

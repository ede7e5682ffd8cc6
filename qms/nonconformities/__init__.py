"""The register of nonconformities (KPH, ISO 9001:2015, 10.2)."""

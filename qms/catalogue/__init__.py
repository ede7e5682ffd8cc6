"""The catalogue of processes that an office can start by hand."""

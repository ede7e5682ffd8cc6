"""The demo office: the Office of the Tây Ninh People's Committee with invented officers."""

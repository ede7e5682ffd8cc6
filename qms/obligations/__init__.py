"""What an agency owes in a year by law and directive, obligation by obligation, and how it stands."""

"""How people want to be told by mail, and when an agency's mails rest."""

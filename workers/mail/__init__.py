"""Mail: letters are composed, handed to a mail server, and caught by the demo's own server."""

"""Questions with a tool of their own: agreements, tariffs, notes."""

"""The parts of the chat page: what it remembers, how it opens, how it draws a reply."""

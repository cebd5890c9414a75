"""How a message is met: is it a follow-up, several questions, an option picked, or talk."""

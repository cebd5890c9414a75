"""How two figures of the conversation stand to each other."""

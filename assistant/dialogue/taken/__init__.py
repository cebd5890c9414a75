"""What a follow-up takes over, and what it puts in its place."""

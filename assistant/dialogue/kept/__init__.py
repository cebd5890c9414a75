"""What a turn leaves behind, and what a declined one does not."""

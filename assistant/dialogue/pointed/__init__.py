"""What "that", "the second", "those", "since then" point at."""

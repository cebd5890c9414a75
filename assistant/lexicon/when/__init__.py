"""Times: periods as they are written or said, stretches and seasons, and times set against each other."""

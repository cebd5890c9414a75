"""Parts and wholes of a figure that was told: what it is a share of, what is a share of it, back to all of it."""

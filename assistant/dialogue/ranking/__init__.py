"""Places of a ranking that was told: which one is asked for next, and the thing that the last one told of."""

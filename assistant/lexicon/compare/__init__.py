"""Things set against each other: rivals, multiples, ratios, peaks, the coverage ratio."""

"""Products: everyday names, codes and compounds, and words that only describe them."""

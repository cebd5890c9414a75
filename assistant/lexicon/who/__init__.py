"""Places and their roles: names, codes and peoples, states, modes and ports, and who sells to whom."""

"""What can be done with selections: frames in, a frame out; each refuses what would mix bases."""

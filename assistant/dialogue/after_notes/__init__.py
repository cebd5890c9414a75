"""What follows a note, an agreement or what is loaded."""

"""What is said around a question, and what a question leaves out."""

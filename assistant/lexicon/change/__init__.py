"""Rises and falls in words, and what looks like one and is none."""

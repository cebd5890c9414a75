"""Checks the assistant against whatever tables are loaded: questions with gold from the rows, and laws."""

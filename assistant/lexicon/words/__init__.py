"""Words to mentions: the dictionary, forms and slips, numbers, and turns of phrase put plainly."""

"""The commands of an operator. What they print is for operators: numbers, and nobody's words."""

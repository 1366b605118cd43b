"""The commands of an operator. They print numbers, and nobody's words."""

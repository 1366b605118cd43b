"""The commands of an operator. They print numbers; `understand` prints the lines it was given."""

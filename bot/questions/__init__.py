"""Question sets: the standard library, an organisation's files, and what a coach types."""

from bot.questions.standard import standard_set, standard_sets

__all__ = ["standard_set", "standard_sets"]

"""Question sets: the standard library, an organisation's files, and what a coach types."""

from bot.questions.brackets import ProblemKind
from bot.questions.files import QuestionFile
from bot.questions.reading import QuestionFilesError, read_sets
from bot.questions.standard import (
    path_questions,
    standard_paths,
    standard_reasons,
    standard_set,
    standard_sets,
)
from bot.questions.typed import Problem, read_typed_set

__all__ = [
    "Problem",
    "ProblemKind",
    "QuestionFile",
    "QuestionFilesError",
    "path_questions",
    "read_sets",
    "read_typed_set",
    "standard_paths",
    "standard_reasons",
    "standard_set",
    "standard_sets",
]

"""The names of lessons, as the real tables have them: for tests that run once for each."""

from copies import real
from explainer.learning import quiz

SYSTEM = real()
ALL = tuple(SYSTEM.lessons)
ASKING = tuple(quiz.titles(SYSTEM))

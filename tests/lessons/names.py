"""The names of lessons, as the real tables have them: for tests that run once for each."""

import explainer as ex
from explainer.learning import quiz

SYSTEM = ex.load()
ALL = tuple(SYSTEM.lessons)
ASKING = tuple(quiz.titles(SYSTEM))

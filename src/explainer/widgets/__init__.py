"""What is touched: each widget shows its rows to eye, keyboard and screen reader alike."""

from explainer.widgets.build_map import BuildMap
from explainer.widgets.casebook import CaseBook
from explainer.widgets.explorer import Explorer
from explainer.widgets.glossary import Glossary
from explainer.widgets.prediction import Prediction
from explainer.widgets.quiz import Quiz
from explainer.widgets.tour import Tour

__all__ = ["BuildMap", "CaseBook", "Explorer", "Glossary", "Prediction", "Quiz", "Tour"]

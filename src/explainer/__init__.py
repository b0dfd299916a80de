"""The opioid system as one lay article tells it and as pharmacology sources show it, side by side.

Descriptive only: no advice, no doses, no ranking by strength.

>>> import explainer as ex
>>> system = ex.load()
>>> system.receptors["mu"].gene
'OPRM1'
"""

from explainer.system import System, load
from explainer.tables import DataError, Problem

__all__ = ["DataError", "Problem", "System", "load"]
__version__ = "0.1.0"

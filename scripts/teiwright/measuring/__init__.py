"""Measuring: an edition against an independent reading of the same pages.

`facts.py` says what an edition claims, from its TEI alone; `reading.py` what the reading has; `scores.py` compares them.
"""

from teiwright.measuring.scores import Score, measure

__all__ = ["Score", "measure"]

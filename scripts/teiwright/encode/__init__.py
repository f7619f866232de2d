"""encode: a reading becomes TEI (`document.py`), and the TEI gives its source back (`wayback.py`).

It decides nothing editorial. The way back needs nothing of the way there, and is imported without it.
"""

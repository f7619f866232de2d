"""What walks the corridor: one immutable source, and claims about spans of it.

Everything in this package is a frozen value. The rooms import from here and nothing of each other.
"""

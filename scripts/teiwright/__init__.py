"""teiwright turns the raw digitised text of a printed book into a validated, deposit-ready TEI edition.

The corridor:

    source.txt ─▶ capture ─▶ layout ─▶ structure ─▶ annotate ─▶ encode ─▶ validate ─▶ render ─▶ deposit

What walks it is a `Reading`: one immutable string, and the claims made about spans of it. No step edits text. The rooms
import the model and nothing of each other; files are read and written by `workspace` alone.
"""

ROOMS = ("capture", "layout", "structure", "annotate", "encode", "validate", "render")
"""The rooms of a build in their order, which is written here and nowhere else. Behind them lies the room `deposit`."""

REPORTS = ("terminal", "plain", "jsonl", "junit", "sarif", "github", "summary", "html")
"""The forms of a report of validation; `reporters` has a module for each."""

__version__ = "0.1.0"

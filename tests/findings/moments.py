"""The moments at which a process is about to change the disk, and what is to be done at each.

As a script, `moments.py MOMENT SIGNAL ARGUMENT …`, this is the command line, which at that moment sends itself that signal.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"}
_WRITING = os.O_WRONLY | os.O_RDWR

Act = Callable[[int], object]
"""What is done at a moment, given its number, which begins at one."""


class Moments:
    """Waits for the moments of this process. Nothing removes such a hook again, so it is to be made once."""

    def __init__(self) -> None:
        self._act: Act | None = None
        self._seen = 0
        sys.addaudithook(self._hear)

    @contextmanager
    def at_each(self, act: Act) -> Iterator[None]:
        """Do something at each moment until the block ends; what changes the disk in doing so is no moment itself."""
        self._act, self._seen = act, 0
        try:
            yield
        finally:
            self._act = None

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._act is None:
            return
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if writes or event in _CHANGES:
            self._seen += 1
            act, self._act = self._act, None
            try:
                act(self._seen)
            finally:
                self._act = act


def signal_at(moment: int, number: int) -> Act:
    """Return what sends this process a signal at one moment."""

    def act(seen: int) -> None:
        if seen == moment:
            signal.raise_signal(number)

    return act


if __name__ == "__main__":
    moment, number = map(int, sys.argv[1:3])
    sys.argv[:] = ["teiwright", *sys.argv[3:]]
    with Moments().at_each(signal_at(moment, number)):
        runpy.run_module("teiwright", run_name="__main__")

"""What the tests of the door share: how it refuses, what no document may reach, and how time is measured."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest
from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.xml import read_xml

# A process of its own: Saxon, when it waits for an answer, lets no other thread of this one go on.
SERVER = """
import os, socket
server = socket.create_server(("127.0.0.1", 0))
os.write(1, b"%d\\n" % server.getsockname()[1])
while True:
    connection = server.accept()[0]
    os.write(1, b"reached\\n")
    connection.close()
"""


class Server:
    """A server on this machine that tells whether anything has connected to it."""

    def __init__(self, said: int) -> None:
        """Read the port from the process that serves."""
        self._said = said
        self.address = f"http://127.0.0.1:{int(os.read(said, 16))}/secret.xml"
        os.set_blocking(said, False)

    def was_reached(self) -> bool:
        try:
            return bool(os.read(self._said, 1000))
        except BlockingIOError:
            return False


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Return a server to which nothing may connect."""
    with subprocess.Popen([sys.executable, "-I", "-c", SERVER], stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield Server(process.stdout.fileno())
        process.kill()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file whose words may appear nowhere."""
    file = tmp_path / "secret.xml"
    file.write_text("<a>the words of the file</a>", "utf-8")
    return file


@pytest.fixture(scope="session")
def refused() -> Callable[..., Finding]:
    """Return what gives the one finding with which the door refuses a document."""

    def finding(document: bytes) -> Finding:
        with pytest.raises(Refused) as refusal:
            read_xml(document, "hostile.xml")
        (one,) = refusal.value.findings
        assert one.message and one.help and one.file == "hostile.xml"
        return one

    return finding


@pytest.fixture(scope="session")
def seconds() -> Callable[..., float]:
    """Return what gives the least time that the processor took for something, of several times that it is done."""

    def least(action: Callable[[bytes], object], document: bytes, *, times: int = 3) -> float:
        took = []
        for _ in range(times):
            begun = process_time()
            action(document)
            took.append(process_time() - begun)
        return min(took)

    return least


@pytest.fixture(scope="session")
def prose(seconds: Callable[..., float]) -> float:
    """Return how long the parser takes for a megabyte of ordinary prose, with which other times are compared."""
    line = b"<p>Some <hi>words</hi> of a book, as they are <lb/>printed.</p>\n"
    return seconds(etree.fromstring, b"<r>" + line * (1024 * 1024 // len(line)) + b"</r>")

"""What the tests of the door share: how it refuses, and what no document may reach."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

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

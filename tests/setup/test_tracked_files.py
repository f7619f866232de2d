"""Nothing that is committed tells which machine it was made on or where that machine gets its packages."""

import re
import subprocess
from pathlib import Path

import pytest

REGISTRIES = ("pypi org", "pythonhosted org", "registry npmjs org", "deb debian org", "snapshot debian org")


@pytest.fixture(scope="module")
def tracked(root: Path) -> dict[str, bytes]:
    """Return every tracked file that exists, and its content."""
    if not (root / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True)  # noqa: S607
    names = [name for name in listed.stdout.decode().split("\0") if (root / name).is_file()]
    return {name: (root / name).read_bytes() for name in names}


def test_no_registry_is_named(tracked: dict[str, bytes]) -> None:
    hosts = re.compile("|".join(re.escape(host.replace(" ", ".")) for host in REGISTRIES).encode())
    assert not [name for name, content in tracked.items() if hosts.search(content)]


def test_no_path_of_a_machine(tracked: dict[str, bytes], root: Path) -> None:
    folders = {re.escape(str(folder)) for folder in (root, Path.home()) if len(folder.parts) > 1}
    machine = re.compile(rf"(?<![\w./])(?:{'|'.join([*folders, '/home/[a-z]+', '/Users/[A-Za-z]+'])})/".encode())
    assert not [name for name, content in tracked.items() if machine.search(content)]

"""capture: bytes → Source, and a survey of its damage. It changes no character."""

from teiwright.capture.damage import damage
from teiwright.capture.decode import capture
from teiwright.model.rule import Room

ROOM = Room("capture", (("damage", damage),))

__all__ = ["ROOM", "capture"]

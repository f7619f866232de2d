"""`python -m teiwright` is the command line."""

import sys

from teiwright.cli import main

sys.exit(main())

"""``python -m compliance.cli``."""

from __future__ import annotations

import sys

from compliance.cli.main import main

sys.exit(main())

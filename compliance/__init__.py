"""Pre-publication review of marketing content."""

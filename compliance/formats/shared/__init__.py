"""What several formats need: how to see (view), widths, words, counts, paths, escapes.

Formats do not know each other; what they share lives here and knows no format.
"""

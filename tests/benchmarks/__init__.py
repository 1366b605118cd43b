"""What it costs, as ratios measured in one run: `make bench`, and docs/performance.md.

`make test` runs each part once in a tiny size, so that it still works, and holds the two counts
that do not depend on the machine.
"""

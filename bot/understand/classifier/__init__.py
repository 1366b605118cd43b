"""The small linear classifier of typed lines. `make hearing` trains it: docs/hearing.md."""

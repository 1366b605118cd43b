"""Postbox, an example of a chat platform: all of it lies in this folder.

`service.py` stands for the real service and its SDK. Read `registration.py` first, and then the
files in the order of adapters/README.md.
"""

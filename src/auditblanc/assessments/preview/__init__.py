"""Looking at a file of a proof without opening it: pages as pictures, or its text, made in a watched child process."""

from __future__ import annotations

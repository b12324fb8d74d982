"""The answers of a profile, a form a part: what is asked, and the profile that follows."""

from __future__ import annotations

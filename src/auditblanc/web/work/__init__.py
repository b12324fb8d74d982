"""The processes that do what waits in the queue: children of the site's main process, or `auditblanc work` alone."""

from __future__ import annotations

from auditblanc.web.work.children import Wanted, work_children

__all__ = ["Wanted", "work_children"]

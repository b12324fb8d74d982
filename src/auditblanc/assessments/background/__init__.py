"""What is done after the answer: a function marked ``task``, asked for with ``later``, done by the work process.

The library of tasks is known here alone, so that Django 6, which has its own, can replace it. See docs/decisions/0025.
"""

from __future__ import annotations

from auditblanc.assessments.background.tasks import later, task

__all__ = ["later", "task"]

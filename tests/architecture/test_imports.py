"""What the code may import."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "auditblanc"


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_domain_imports_only_the_standard_library():
    names = {name.split(".")[0] for path in (SOURCE / "domain").rglob("*.py") for name in imported(path)}

    assert names - set(sys.stdlib_module_names) == {"auditblanc"}

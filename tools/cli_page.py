"""docs/cli.md, written by the command line's own help."""

from __future__ import annotations

import click

from auditblanc.cli.app import COMMANDS, main
from auditblanc.cli.french import FrenchGroup

HEAD = """# La ligne de commande

Page écrite par `make docs` à partir de l’aide des commandes. Les données sortent sur la sortie standard, les remarques sur la sortie d’erreur.
Code de sortie : 0 fait ; 1 des différences, des conflits, ou une partie d’un lot illisible ; 2 rien d’utilisable, ou commande fautive.
"""


def page() -> str:
    root = click.Context(main, info_name="auditblanc", terminal_width=100, max_content_width=100)
    parts = [HEAD]
    for name in COMMANDS:
        command = main.get_command(root, name)
        parts += sections(command, click.Context(command, info_name=name, parent=root)) if command else []
    return "\n".join(parts)


def sections(command: click.Command, context: click.Context) -> list[str]:
    """A section for a command; one for each of its own when it is a group."""
    context.terminal_width = context.max_content_width = 100
    own = f"## `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"
    if not isinstance(command, FrenchGroup):
        return [own]
    children = {name: command.get_command(context, name) for name in command.list_commands(context)}
    below = [
        section
        for name, child in children.items()
        if child
        for section in sections(child, click.Context(child, info_name=name, parent=context))
    ]
    return [own, *below]

"""Click in French: its headings, and its complaints as one sentence that says what to do."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable


class FrenchCommand(click.Command):
    """A command whose help and usage line are in French."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return french_help(super().get_help_option(ctx))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_options(self, ctx, formatter)


class FrenchGroup(click.Group):
    """A group of commands, imported when first asked for: a command never pays for another's imports.

    ``refusal``: why a command is shut here, empty where it is not; one that is shut is not listed.
    """

    command_class = FrenchCommand

    def __init__(
        self,
        *,
        loaders: dict[str, Callable[[], click.Command]],
        summaries: dict[str, str],
        purpose: str,
        refusal: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__(help=purpose, no_args_is_help=False, invoke_without_command=False)
        self.loaders = loaders
        self.summaries = summaries
        self.refusal = refusal

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in self.loaders if not self.refusal(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if refusal := self.refusal(cmd_name):
            raise click.UsageError(refusal)
        loader = self.loaders.get(cmd_name)
        return loader() if loader else None

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "COMMANDE …", prefix="Usage : ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return french_help(super().get_help_option(ctx))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commandes "):
            formatter.write_dl([(name, words) for name, words in self.summaries.items() if not self.refusal(name)])


def write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    pieces = [piece for piece in command.collect_usage_pieces(ctx) if piece != command.options_metavar]
    formatter.write_usage(ctx.command_path, " ".join(["[OPTIONS]", *pieces]), prefix="Usage : ")


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = (parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option))
    records = [record for option in options if (record := option.get_help_record(ctx))]
    with formatter.section("Options "):
        formatter.write_dl(records)


def french_help(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "Affiche cette aide."
    return option


def sentence(error: click.ClickException) -> str:
    """A complaint of click as one French sentence."""
    match error:
        case click.NoSuchOption():
            return f"L’option {error.option_name} n’existe pas.{close_to(error.possibilities)}"
        case click.NoSuchCommand():
            return f"La commande « {error.command_name} » n’existe pas.{close_to(near(error))}"
        case click.BadOptionUsage():
            return f"L’option {error.option_name} attend une valeur."
        case click.BadParameter():
            return parameter_sentence(error)
    return _OF_CLICK.get(error.message.partition(" (")[0], error.message)


# What click says in English of the whole command, up to the details in brackets.
_TOO_MANY = "Il y a un argument de trop : mettez entre guillemets les noms de fichiers qui contiennent des espaces."
_OF_CLICK = {
    "Got unexpected extra argument": _TOO_MANY,
    "Got unexpected extra arguments": _TOO_MANY,
    "Missing command.": "Il manque une commande.",
}


def parameter_sentence(error: click.BadParameter) -> str:
    """What is wrong with an option or an argument: our own kinds of values complain in French already."""
    parameter = error.param
    if isinstance(error, click.MissingParameter) and isinstance(parameter, click.Option):
        return f"Il manque l’option {parameter.opts[-1]}."
    if isinstance(parameter, click.Option):
        return f"{parameter.opts[-1]} : {error.message}"
    if isinstance(error, click.MissingParameter) and parameter and error.ctx:
        return f"Il manque un argument : {parameter.make_metavar(error.ctx).strip('[]')}."
    return error.message


def near(error: click.NoSuchCommand) -> list[str]:
    """The commands whose names look like the one typed."""
    context = error.ctx
    group = context.command if context else None
    return (
        get_close_matches(error.command_name, group.list_commands(context))
        if context and isinstance(group, FrenchGroup)
        else []
    )


def close_to(possibilities: list[str] | None) -> str:
    return f" Vouliez-vous dire « {possibilities[0]} » ?" if possibilities else ""

"""Which port of this machine the site listens on: the one remembered, so that a kept address still opens."""

from __future__ import annotations

import socket
from random import SystemRandom

from auditblanc.web.local.refused import RefusedError

HOST = "127.0.0.1"
# Below the ports that systems lend to outgoing connections.
_CANDIDATES = range(8400, 9400)


def is_free(port: int) -> bool:
    try:
        socket.create_server((HOST, port)).close()
    except (OSError, OverflowError):
        return False
    return True


def chosen(*, asked: int | None, remembered: int | None) -> int:
    """The port asked for, else the one remembered, else one that is free, drawn: two first starts at once rarely meet.

    Raises:
        RefusedError: the one asked for is taken, or all of them are.
    """
    if asked is not None and not is_free(asked):
        raise RefusedError(
            f"Le port {asked} est déjà pris par un autre programme : choisissez-en un autre avec --port, ou aucun."
        )
    wanted = asked or remembered
    found = wanted if wanted and is_free(wanted) else next(filter(is_free, _drawn()), None)
    if found is None:
        raise RefusedError(
            "Aucun port n’est libre sur cet ordinateur : fermez d’autres programmes, ou choisissez-en un avec --port."
        )
    return found


def _drawn() -> list[int]:
    return SystemRandom().sample(_CANDIDATES, len(_CANDIDATES))

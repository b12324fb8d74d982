"""`LISEZMOI.txt`: how to open a dossier and how to check it; and the same words for its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french

if TYPE_CHECKING:
    from auditblanc.interchange.dossier.data import About

PROVES = "La liste SHA256SUMS prouve que les fichiers de ce dossier sont bien ceux dont elle parle, à l’octet près."
NOT_PROVEN = (
    "Elle ne prouve ni quand ils ont été faits, ni par qui : qui modifie un fichier peut aussi refaire la liste."
)
CHECK = (
    "auditblanc verify DOSSIER.zip",
    "sha256sum -c SHA256SUMS (Linux), shasum -a 256 -c SHA256SUMS (macOS), dans le dossier une fois extrait",
)


def readme(about: About, left_out: tuple[str, ...]) -> bytes:
    """Plain text, for who opens the archive first; line ends of Windows, that every system shows."""
    lines = [
        f"Dossier de preuves – {about.organisation}",
        f"{about.edition_label}. Fait le {in_french(about.made_at.date())} avec Auditblanc.",
        "",
        "Ouvrez index.html : il présente les preuves, indicateur par indicateur, sans connexion.",
        "",
        *left_out,
        *([""] if left_out else []),
        "Pour vérifier que rien n’a changé :",
        *(f"- {way}" for way in CHECK),
        "",
        PROVES,
        NOT_PROVEN,
        "",
    ]
    return "\r\n".join(lines).encode()

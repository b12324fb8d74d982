"""`make pictures`: the pictures of the README and of the guide, made from what the commands write and the site shows.

Needs LibreOffice and Chromium.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tools import site_pictures
from tools.palette import in_few_colours

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
# Page 2: rows carried and to look at again, with the answers beside the text.
PAGE = "2"
# The filled form on a former text that the command puts beside.
FILLED = "fiche-atelier-mimosa.docx"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "auditblanc", "example", folder], check=True, capture_output=True)
        office = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        form = folder / "fiche-atelier-mimosa-2026.docx"
        subprocess.run([*office, "--convert-to", "pdf", "--outdir", folder, form], check=True, capture_output=True)
        PICTURES.mkdir(exist_ok=True)
        pages = ["pdftoppm", "-r", "90", "-png", "-singlefile", "-f", PAGE, "-l", PAGE]
        subprocess.run([*pages, form.with_suffix(".pdf"), folder / "form"], check=True)
        (PICTURES / "form.png").write_bytes(in_few_colours((folder / "form.png").read_bytes()))
        site_pictures.take(PICTURES, folder / FILLED)


if __name__ == "__main__":
    main()

"""`make pictures`: the pictures of the README and of the guide, made from what the commands write. Needs LibreOffice."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
# Page 2: rows carried and to look at again, with the answers beside the text.
PAGE = "2"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "auditblanc", "example", folder], check=True, capture_output=True)
        office = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        form = folder / "fiche-atelier-mimosa-2026.docx"
        subprocess.run([*office, "--convert-to", "pdf", "--outdir", folder, form], check=True, capture_output=True)
        PICTURES.mkdir(exist_ok=True)
        pages = ["pdftoppm", "-r", "90", "-png", "-singlefile", "-f", PAGE, "-l", PAGE]
        subprocess.run([*pages, form.with_suffix(".pdf"), PICTURES / "form"], check=True)


if __name__ == "__main__":
    main()

"""Ask the advisory services whether a pinned dependency has a known vulnerability, and that every pin holds its hashes.

`python -m tools.audit [--required] [--service URL]`. Exit 1: a vulnerability is known, or a pin without a hash. A service that
does not answer is told, and fails the check only where ``--required`` asks for it: not every machine reaches it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
# What is asked about is a name and a version: where it is downloaded from plays no part.
_ANYWHERE = "https://packages.invalid/simple"
_PREVIEW = "audit-command,json-output"


@dataclass(frozen=True)
class Told:
    """``faults``: what a person must mend. ``silence``: why a service could not be asked; "" where it answered."""

    what: str
    faults: tuple[str, ...] = ()
    silence: str = ""


def pins(text: str) -> dict[str, str]:
    """Name and version of each pin of a file of requirements."""
    return dict(_PIN.findall(text))


def without_hash(text: str) -> tuple[str, ...]:
    """The pins that a download could not be compared with."""
    parts = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    return tuple(part.split("=")[0].strip() for part in parts if part[:1].isalnum() and "--hash=sha256:" not in part)


def lock(found: dict[str, str]) -> str:
    """The pins as uv writes them in a project, so that it asks about these and resolves nothing."""
    head = f'version = 1\nrevision = 3\nrequires-python = ">={sys.version_info.major}.{sys.version_info.minor}"\n'
    named = ", ".join(f'{{ name = "{name}" }}' for name in found)
    own = f'\n[[package]]\nname = "pins"\nversion = "0"\nsource = {{ virtual = "." }}\ndependencies = [{named}]\n'
    own += f"\n[package.metadata]\nrequires-dist = [{named}]\n"
    others = (
        f'\n[[package]]\nname = "{name}"\nversion = "{version}"\nsource = {{ registry = "{_ANYWHERE}" }}\n'
        for name, version in found.items()
    )
    return head + own + "".join(others)


def of_python(uv: str, found: dict[str, str], service: str) -> Told:
    what = f"{len(found)} pinned packages of Python"
    with tempfile.TemporaryDirectory() as folder:
        project = {"name": "pins", "version": "0", "requires-python": ">=3.11", "dependencies": list(found)}
        lines = "\n".join(f"{name} = {json.dumps(value)}" for name, value in project.items())
        Path(folder, "pyproject.toml").write_text(f"[project]\n{lines}\n", "utf-8")
        Path(folder, "uv.lock").write_text(lock(found), "utf-8")
        command = [uv, "audit", "--frozen", "--output-format", "json", "--preview-features", _PREVIEW]
        asked = [*command, "--service-url", service] if service else command
        once = {**os.environ, "UV_HTTP_RETRIES": "0"}
        done = subprocess.run(asked, cwd=folder, env=once, capture_output=True, text=True, check=False)
    try:
        answer = json.loads(done.stdout)
        complete = answer["summary"]["audited_packages"] == len(found)
    except (ValueError, KeyError):
        return Told(what, silence=_reason(done.stderr))
    faults = tuple(_vulnerability(each) for each in answer["vulnerabilities"])
    return Told(what, faults, "" if complete else "not every package was asked about")


def of_npm(folder: Path) -> Told:
    """The packages of `package-lock.json`, which serve the tests alone."""
    what = "packages of npm"
    npm = shutil.which("npm")
    if npm is None:
        return Told(what, silence="there is no npm here")
    command = [npm, "audit", "--json", "--audit=true", "--fetch-retries=0"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return Told(what, silence=_reason(done.stderr))
    found = answer.get("vulnerabilities")
    if found is None:
        return Told(what, silence=str(answer.get("message", "the service refused")).partition(" - ")[0])
    return Told(what, tuple(f"{name}: {each['severity']}" for name, each in found.items()))


def _vulnerability(each: dict[str, object]) -> str:
    package = each["dependency"]
    mended = ", ".join(map(str, each.get("fix_versions") or [])) or "no version yet"  # type: ignore[call-overload]
    return f"{package['name']} {package['version']}: {each['id']}, {each['summary']} (mended in {mended})"  # type: ignore[index]


def _reason(said: str) -> str:
    """The last thing that a program said: the nearest to the cause."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith("warning")]
    return lines[-1] if lines else "it said nothing"


def decide(told: list[Told], *, required: bool) -> tuple[int, list[str]]:
    """The exit code, and what to print."""
    lines, code = [], 0
    for each in told:
        lines += [f"VULNERABLE {fault}" for fault in each.faults]
        if each.silence:
            lines.append(f"NOT AUDITED {each.what}: {each.silence}")
        elif not each.faults:
            lines.append(f"{each.what}: no known vulnerability")
        if each.faults or (each.silence and required):
            code = 1
    return code, lines


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.audit")
    parser.add_argument("--required", action="store_true", help="fail where a service does not answer")
    parser.add_argument("--service", default="", help="another advisory service of the OSV kind")
    asked = parser.parse_args(arguments)
    files = sorted((ROOT / "requirements").glob("*.txt"))
    texts = {file.name: file.read_text("utf-8") for file in files}
    bare = [f"{name}: {pin} has no hash" for name, text in texts.items() for pin in without_hash(text)]
    found = {name: version for text in texts.values() for name, version in pins(text).items()}
    uv = str(Path(sys.executable).with_name("uv"))
    told = [Told("pins", tuple(bare)), of_python(uv, found, asked.service), of_npm(ROOT)]
    code, lines = decide(told[bool(not bare) :], required=asked.required)
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

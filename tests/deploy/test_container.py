"""The image and the deployment around it, as far as they can be looked at without an engine that builds them."""

from __future__ import annotations

import fnmatch
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml

from auditblanc.web.server.said import said, unsafe
from tests.ports import free_port
from tests.server.outgrown import KEYS, outgrown_files
from tests.web.local.started import environment

ROOT = Path(__file__).parents[2]
CONTAINER = (ROOT / "Containerfile").read_text("utf-8").replace("\\\n", "")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES = COMPOSE["services"]
SETTINGS = (ROOT / "docs" / "settings.md").read_text("utf-8")
OURS = ("bucket", "migrate", "site", "work")
VARIABLE = re.compile(r"\bAUDITBLANC_[A-Z_]+\b")


def lines(word: str) -> list[str]:
    return [line.removeprefix(word).strip() for line in CONTAINER.splitlines() if line.startswith(f"{word} ")]


def copied() -> list[str]:
    """What the image takes from the repository."""
    return [source for line in lines("COPY") if "--from" not in line for source in line.split()[:-1]]


def example(name: str) -> dict[str, str]:
    text = (ROOT / "deploy" / "example" / name).read_text("utf-8")
    return dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))


def test_the_image_takes_what_is_there_and_what_is_let_through():
    let_through = [
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")
    ]

    assert [source for source in copied() if not (ROOT / source).exists()] == []
    assert [source for source in copied() if not any(fnmatch.fnmatch(source, each) for each in let_through)] == []


def test_the_image_installs_pins_with_hashes_and_runs_as_nobody_in_particular():
    installs = [step for run in lines("RUN") for step in run.split("&&") if "pip install" in step]

    assert ["--require-hashes" in step or "--no-index --no-deps" in step for step in installs] == [True] * 3
    assert lines("USER") == ["10001:10001"]
    assert "/pret/" in CONTAINER.partition("HEALTHCHECK")[2]
    # Public names, each with a version.
    images = [*(line.split()[0] for line in lines("FROM")), *(each["image"] for each in SERVICES.values())]
    assert [
        name for name in images if name != "auditblanc" and not re.fullmatch(r"[a-z/]+:[\w.-]*\d[\w.-]*", name)
    ] == []


def test_every_variable_is_one_of_the_settings():
    texts = [CONTAINER, (ROOT / "compose.yaml").read_text("utf-8"), *example("auditblanc.env")]
    used = {name for text in texts for name in VARIABLE.findall(text)}

    assert used - set(VARIABLE.findall(SETTINGS)) == set()
    assert {"AUDITBLANC_DATA", "AUDITBLANC_LISTEN", "AUDITBLANC_WORK", "AUDITBLANC_DATABASE"} < used


def test_the_settings_of_the_example_are_safe(monkeypatch):
    for name, value in {**example("auditblanc.env"), "AUDITBLANC_LISTEN": "0.0.0.0:8000"}.items():
        monkeypatch.setenv(name, value)

    assert unsafe(said()) == ()


def test_database_and_storage_are_given_what_the_site_asks_with():
    site, database, storage = example("auditblanc.env"), example("database.env"), example("storage.env")

    asked = f"postgresql://{database['POSTGRES_USER']}:{database['POSTGRES_PASSWORD']}@database:5432/{database['POSTGRES_DB']}"
    assert site["AUDITBLANC_DATABASE"] == asked
    assert (site["AWS_ACCESS_KEY_ID"], site["AWS_SECRET_ACCESS_KEY"]) == (
        storage["ROOT_ACCESS_KEY"],
        storage["ROOT_SECRET_KEY"],
    )


def test_no_secret_is_kept_by_the_repository():
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    given = {Path(each["env_file"]).parent.as_posix() for each in SERVICES.values() if "env_file" in each}

    assert given == {"deploy/settings"}
    assert {"deploy/settings/", "deploy/certificate/"} <= set(ignored)


def test_what_services_wait_for_and_keep_is_there():
    waited = {name for each in SERVICES.values() for name in each.get("depends_on", {})}
    mounts = [mount.split(":")[0] for each in SERVICES.values() for mount in each["volumes"]]
    here = {mount for mount in mounts if mount.startswith("./")} - {"./deploy/certificate"}

    assert waited <= set(SERVICES)
    assert {mount for mount in mounts if not mount.startswith("./")} == set(COMPOSE["volumes"])
    assert [mount for mount in here if not (ROOT / mount).is_file()] == []


def test_our_services_write_nowhere_but_in_their_volumes_and_cannot_gain_rights():
    kept = ("read_only", "cap_drop", "security_opt", "init")

    set_so = [[SERVICES[name][each] for each in kept] for name in OURS]
    assert set_so == [[True, ["ALL"], ["no-new-privileges:true"], True]] * len(OURS)
    # One process does the long tasks, the others answer, and one of them makes the copies that all of them keep.
    said = {"AUDITBLANC_WORK": "0", "AUDITBLANC_BACKUPS": "/data/sauvegardes"}
    assert (SERVICES["site"]["environment"], SERVICES["site"]["deploy"]) == (said, {"replicas": 2})
    assert "/data/sauvegardes" in CONTAINER.partition("install --directory")[2].partition("\n")[0].split()


def test_the_bucket_is_made_once():
    with outgrown_files() as files:
        said = {**os.environ, **KEYS, "AUDITBLANC_FILES": files.replace("s3://preuves/", "s3://autres/")}
        runs = [
            subprocess.run([sys.executable, ROOT / "deploy" / "bucket.py"], env=said, check=False) for _ in range(2)
        ]

    assert [run.returncode for run in runs] == [0, 0]


@pytest.mark.soak
@pytest.mark.skipif(not os.environ.get("AUDITBLANC_SOAK"), reason="downloads the whole of an installation")
def test_the_steps_of_the_image_make_a_site_that_answers(tmp_path):
    """Each step as a plain command, in folders of the test's own in the place of the image's."""
    stages = {name: tmp_path / name for name in ("source", "build", "opt", "wheel")}
    for line in CONTAINER.partition("FROM")[2].partition("\nFROM")[0].splitlines():
        word, _, rest = line.partition(" ")
        if word == "COPY":
            *sources, target = rest.split()
            for source in sources:
                put(ROOT / source, stages["source"] / target / ("" if (ROOT / source).is_dir() else Path(source).name))
        if word == "RUN":
            there = re.sub(r"(?<![\w.])/(build|opt|wheel)\b", lambda found: str(stages[found[1]]), rest)
            subprocess.run(["sh", "-euc", there], cwd=stages["source"], check=True)
    program = stages["opt"] / "auditblanc" / "bin" / "auditblanc"
    port = free_port()
    said = {"AUDITBLANC_DATA": str(tmp_path / "data"), "AUDITBLANC_LISTEN": f"127.0.0.1:{port}"}
    env = {**environment(said), "AUDITBLANC_ADDRESS": f"http://localhost:{port}"}
    del env["PYTHONPATH"]
    subprocess.run([program, "migrate"], env=env, check=True)
    process = subprocess.Popen([program, "serve"], env=env)
    try:
        assert answer(f"http://127.0.0.1:{port}/pret/") == "prêt\n"
    finally:
        process.terminate()
        process.wait(30)


def put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(source, target)


def answer(address: str) -> str:
    end = time.monotonic() + 60
    while True:
        try:
            with urlopen(address, timeout=5) as told:  # noqa: S310 -- loopback
                return told.read().decode()
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.2)

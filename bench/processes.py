"""What a whole process costs: start-up, a folder of forms, peak memory."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.jobs import FORM

COUNT = 1000
# The kernel's own count of this program: that of `getrusage` starts from the process that forked it.
PEAK = """
import sys
from pathlib import Path
from auditblanc.cli.app import outcome
outcome(sys.argv[1:])
lines = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM")), file=sys.stderr)
"""


def seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(arguments, check=True, capture_output=True)
    return time.perf_counter() - start


def start_up(rounds: int = 15) -> dict[str, float]:
    """Milliseconds to start, medians of interleaved rounds."""
    commands = {
        "auditblanc --version": [sys.executable, "-m", "auditblanc", "--version"],
        "interpreter + argparse": [sys.executable, "-c", "import argparse; argparse.ArgumentParser().parse_args()"],
        "auditblanc read FORM": [sys.executable, "-m", "auditblanc", "read", str(FORM)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, arguments in commands.items():
            times[name].append(1000 * seconds(arguments))
    return {name: median(each) for name, each in times.items()}


def a_thousand_forms() -> float:
    """Seconds to read a folder of 1,000 filled forms from the command line, processes started included."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(COUNT):
            shutil.copy(FORM, Path(folder) / f"{number:04}.docx")
        return seconds([sys.executable, "-m", "auditblanc", "read", "--json", folder])


def peak_memory() -> float:
    """Megabytes at the peak of reading one form from the command line."""
    done = subprocess.run([sys.executable, "-c", PEAK, "read", str(FORM)], check=True, capture_output=True, text=True)
    return int(done.stderr.split()[-1]) / 1024

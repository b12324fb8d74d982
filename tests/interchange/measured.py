"""Run a piece of code in another process, with limits, and tell the memory and time it took.

The code may neither speak to the network, nor write a file, nor start a program: trying to stops the process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

_FRAME = """
import json, os, resource, sys, time
sys.dont_write_bytecode = True
limit = {limit} * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from auditblanc.interchange.problems import UnreadableFileError
data = sys.stdin.buffer.read()
{imports}
def watch(event, details):
    writes = event == "open" and details[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event.startswith(("socket.", "subprocess.", "os.", "shutil.")) and event not in ("os.listdir", "os.scandir"):
        os.write(2, f"forbidden: {{event}} {{details}}".encode())
        os._exit(3)
sys.addaudithook(watch)
start = time.process_time()
sentence, told = "", []
try:
    {call}
except UnreadableFileError as error:
    sentence = str(error)
# ru_maxrss would tell the parent's peak too: a child starts with it.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([sentence, time.process_time() - start, int(peak.split()[1]) / 1024, told]))
"""


@dataclass(frozen=True)
class Measure:
    """``sentence`` is that of the refusal, empty when there was none; ``told`` what the code chose to tell."""

    sentence: str
    seconds: float
    megabytes: float
    told: list[str]


def run(imports: str, call: str, data: bytes, address_space_mb: int = 1_500) -> Measure:
    """What ``call`` did with ``data``; a crash of the process fails the test with what it said."""
    if sys.platform != "linux":
        pytest.skip("memory is measured through /proc")
    code = _FRAME.format(limit=address_space_mb, imports=imports, call=call)
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return Measure(*json.loads(done.stdout))

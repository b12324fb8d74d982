"""Run a piece of code in another process, with limits, and tell the memory and time it took."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

_FRAME = """
import json, resource, sys, time
limit = {limit} * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from auditblanc.interchange.problems import UnreadableFileError
data = sys.stdin.buffer.read()
{imports}
start = time.process_time()
sentence = ""
try:
    {call}
except UnreadableFileError as error:
    sentence = str(error)
# ru_maxrss would tell the parent's peak too: a child starts with it.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([sentence, time.process_time() - start, int(peak.split()[1]) / 1024]))
"""


@dataclass(frozen=True)
class Measure:
    """``sentence`` is that of the refusal, empty when there was none."""

    sentence: str
    seconds: float
    megabytes: float


def run(imports: str, call: str, data: bytes, address_space_mb: int = 1_500) -> Measure:
    """What ``call`` did with ``data``; a crash of the process fails the test with what it said."""
    code = _FRAME.format(limit=address_space_mb, imports=imports, call=call)
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return Measure(*json.loads(done.stdout))

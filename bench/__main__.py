"""`make bench`: print every figure, ratios first. Milliseconds are for orientation: machines are noisy, ratios less so.

`python -m bench seed 3000 --data FOLDER` makes a data folder of so many organisations instead (`bench/national/folder.py`).
"""

from __future__ import annotations

import subprocess
import sys

from bench import documents, jobs, processes
from bench.national import folder
from bench.timing import interleaved

# Part, jobs, calls a round, and the bar: ours at most so many times the first other.
PARTS = (
    ("Read the filled Word form", jobs.read_form, 20, 3.0),
    ("Write the Word form", jobs.write_form, 20, 3.0),
    ("Write the workbook", jobs.write_workbook, 5, 1.5),
    ("Read the workbook", jobs.read_workbook, 10, None),
    ("Write the report as PDF", documents.report_pdf, 3, 1.3),
    ("Write the report as Word", documents.report_docx, 10, 3.0),
    ("Rules and JSON", jobs.rules, 10, None),
)


def main() -> None:
    for title, make, calls, bar in PARTS:
        print(f"\n{title}" + (f" (bar: ours ≤ {bar} × the first other)" if bar else ""))
        figures = list(interleaved(make(), calls=calls).values())
        for figure in figures:
            ratio = figure.median / figures[0].median
            spread = f"{figure.least:.1f}–{figure.greatest:.1f}"
            print(f"  {figure.name:32} {figure.median:8.2f} ms  ({spread})  {ratio:5.2f} × ours")
    print("\nProcesses")
    starts = processes.start_up()
    for name, milliseconds in starts.items():
        ratio = milliseconds / starts["interpreter + argparse"]
        print(f"  {name:32} {milliseconds:8.0f} ms  {ratio:5.2f} × interpreter + argparse")
    print(
        f"  {processes.COUNT} forms, one folder      {processes.a_thousand_forms():8.1f} s   (bar: < 5 s on two cores)"
    )
    print(f"  peak memory of one reading   {processes.peak_memory():8.0f} MB", flush=True)
    subprocess.run([sys.executable, "-m", "bench.site"], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["seed"]:
        raise SystemExit(folder.main(sys.argv[2:]))
    main()

"""`python -m bench.documents`: files and documents beside the bare format and another library, and what a process costs."""

from __future__ import annotations

from bench import jobs, processes, reports
from bench.timing import Figure, interleaved
from bench.told import Row, tell

# Part, jobs, calls a round, and the bar: ours at most so many times the first other.
PARTS = (
    ("Read the filled Word form", jobs.read_form, 20, 3.0),
    ("Write the Word form", jobs.write_form, 20, 3.0),
    ("Write the workbook", jobs.write_workbook, 5, 1.5),
    ("Read the workbook", jobs.read_workbook, 10, None),
    ("Write the report as PDF", reports.report_pdf, 3, 1.3),
    ("Write the report as Word", reports.report_docx, 10, 3.0),
    ("Rules and JSON", jobs.rules, 10, None),
)
PROCESSES = "Processes of the command line"
_BARE = "interpreter + argparse"


def main() -> None:
    for title, make, calls, bar in PARTS:
        ours, *others = interleaved(make(), calls=calls).values()
        if not others or bar is None:
            for each in (ours, *others):
                tell(Row(title, each.name, _time(each)))
            continue
        for number, other in enumerate(others):
            _beside(title, ours, other, None if number else bar)
    starts = processes.start_up()
    for name, milliseconds in starts.items():
        ratio = milliseconds / starts[_BARE]
        tell(Row(PROCESSES, name, f"{milliseconds:.0f} ms", f"{ratio:.2f}", f"{_BARE} {starts[_BARE]:.0f} ms"))
    forms, peak = processes.a_thousand_forms(), processes.peak_memory()
    name = f"{processes.COUNT} forms in a folder"
    tell(Row(PROCESSES, name, f"{forms:.1f} s", "", "", "< 5 s", forms < 5))
    tell(Row(PROCESSES, "peak memory of one reading", f"{peak:.0f} MB", "", "", "≤ 300 MB", peak <= 300))


def _beside(title: str, ours: Figure, other: Figure, bar: float | None) -> None:
    ratio = ours.median / other.median
    held = None if bar is None else ratio <= bar
    tell(
        Row(
            title,
            ours.name,
            _time(ours),
            f"{ratio:.2f}",
            f"{other.name} {_time(other)}",
            f"≤ {bar}" if bar else "",
            held,
        )
    )


def _time(figure: Figure) -> str:
    return f"{figure.median:.1f} ms ({figure.least:.1f}–{figure.greatest:.1f})"


if __name__ == "__main__":
    main()

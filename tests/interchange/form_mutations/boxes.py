"""Every way to tick a box."""

from __future__ import annotations

from tests.interchange.form_mutations.draft import Draft, W, cells_of, every, made, properties_of, text_of

_SAME = ("x", "X", "✔", "✓", "☒", "oui", "Oui", "OK", "×", " X ", "XX", "(x)")
_OTHER = (
    "-",
    "non",
    "?",
    "1",
    "2",
    "3",
    "12",
    "☐",
    "à voir",
    "X ?",
    "/",
    "N/A",
    "0",
    ".",
    "xXx",
    "peut-être",
    "☑☐",
    "❤",
)
_CHECKED = "<w14:checkbox><w14:checked w14:val='{}'/></w14:checkbox>"
_SYMBOLS = (("Wingdings", "F0FC"), ("Wingdings", "F0FE"), ("Wingdings 2", "F052"), ("Symbol", "F0D6"), ("?", "zz"))


def tick_otherwise(draft: Draft) -> None:
    """Another sign for the same."""
    _tick(draft).text = draft.rng.choice(_SAME)


def tick_with_its_digit(draft: Draft) -> None:
    text = _tick(draft)
    cell = next(text.iterancestors(f"{W}tc"))
    text.text = str(cells_of(next(cell.iterancestors(f"{W}tr"))).index(cell) - 3)


def tick_with_a_control(draft: Draft) -> None:
    run = _tick(draft).getparent()
    shown = (
        f"<w:sdt><w:sdtPr>{_CHECKED.format(1)}</w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
    )
    run.getparent().replace(run, made(shown))


def untick(draft: Draft) -> None:
    _tick(draft).text = ""


def tick(draft: Draft) -> None:
    _box(draft).append(made("<w:p><w:r><w:t>X</w:t></w:r></w:p>"))


def type_in_a_box(draft: Draft) -> None:
    _box(draft).append(made(f"<w:p><w:r><w:t>{draft.rng.choice(_OTHER)}</w:t></w:r></w:p>"))


def put_a_control(draft: Draft) -> None:
    state, sign = draft.rng.choice([("1", "☒"), ("0", "☐"), ("true", "X"), ("?", "☐")])
    properties = f"<w:sdtPr>{_CHECKED.format(state)}</w:sdtPr>"
    shown = f"<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent>"
    _box(draft).append(made(f"<w:p><w:sdt>{properties}{shown}</w:sdt></w:p>"))


def put_a_block_control(draft: Draft) -> None:
    """Word puts the control around the paragraph when the cell holds nothing else."""
    properties = f"<w:sdtPr>{_CHECKED.format(1)}</w:sdtPr>"
    shown = "<w:sdtContent><w:p><w:r><w:t>☒</w:t></w:r></w:p></w:sdtContent>"
    _box(draft).append(made(f"<w:sdt>{properties}{shown}</w:sdt>"))


def put_controls_everywhere(draft: Draft) -> None:
    """A form made of boxes to tick, as people prepare it for their colleagues."""
    for row in draft.indicator_rows:
        for cell in cells_of(row)[4:7]:
            is_ticked = text_of(cell).strip() not in ("", "☐")
            for old in cell.findall(f"{W}p"):
                cell.remove(old)
            shown = f"<w:sdtContent><w:r><w:t>{'☒' if is_ticked else '☐'}</w:t></w:r></w:sdtContent>"
            cell.append(made(f"<w:p><w:sdt><w:sdtPr>{_CHECKED.format(int(is_ticked))}</w:sdtPr>{shown}</w:sdt></w:p>"))


def put_an_old_form_field(draft: Draft) -> None:
    """Boxes of Word 97 still open."""
    state = draft.rng.choice(['<w:checked w:val="1"/>', "<w:checked/>", '<w:default w:val="1"/>', ""])
    box = f"<w:ffData><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>"
    field = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>'
    _box(draft).append(made(f'<w:p>{field}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'))


def put_a_list_to_choose_from(draft: Draft) -> None:
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("", "1", "2", "3"))
    data = f'<w:ffData><w:ddList><w:result w:val="{draft.rng.choice("0239x")}"/>{entries}</w:ddList></w:ffData>'
    _box(draft).append(made(f'<w:p><w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r></w:p>'))


def put_a_symbol(draft: Draft) -> None:
    font, code = draft.rng.choice(_SYMBOLS)
    _box(draft).append(made(f'<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>'))


def strike_a_tick(draft: Draft) -> None:
    run = _tick(draft).getparent()
    properties_of(run).append(made("<w:strike/>"))


def _tick(draft: Draft) -> object:
    """The text of a box that is ticked with a X."""
    boxes = (cell for row in draft.indicator_rows for cell in cells_of(row)[4:7])
    return draft.pick(text for cell in boxes for text in every(cell, "t") if text.text == "X")


def _box(draft: Draft) -> object:
    return draft.pick(cells_of(draft.pick(draft.indicator_rows))[4:7])

"""What people type, anywhere; every word typed must come out."""

from __future__ import annotations

from tests.interchange.form_mutations.draft import Draft, cells_of, every, made, text_of

_ODD = ("\x85", "\x92", "\x7f", "\u200b", "\u202e", "\u2028", "\ufeff", "\U0001fffe", "\ufdd0", "👩‍🏫", "e\u0301", "﷽")
_BREAKS = (
    "<w:tab/>",
    "<w:br/>",
    '<w:br w:type="page"/>',
    "<w:cr/>",
    "<w:noBreakHyphen/>",
    "<w:softHyphen/>",
    "<w:ptab/>",
)


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def answer(draft: Draft) -> None:
    """One more line in the last cell of an indicator."""
    row = draft.pick(draft.indicator_rows)
    number, *_, last = cells_of(row)
    word = draft.word()
    last.append(made(paragraph(word)))
    draft.answers.setdefault(int(text_of(number)), []).append(word)


def type_in_an_answer(draft: Draft) -> None:
    draft.pick(cells_of(draft.pick(draft.indicator_rows))[4:]).append(made(paragraph(draft.word())))


def type_in_a_cell(draft: Draft) -> None:
    draft.pick(draft.cells).append(made(paragraph(f"Voir {draft.word()} et la suite")))


def type_in_a_header(draft: Draft) -> None:
    row = draft.pick(row for row in draft.rows if row not in draft.indicator_rows)
    draft.pick(cells_of(row)).append(made(paragraph(draft.word())))


def type_between_tables(draft: Draft) -> None:
    draft.pick(draft.tables).addprevious(made(paragraph(draft.word())))


def type_in_a_text(draft: Draft) -> None:
    """In the middle of what is there, printed or not."""
    text = draft.pick(every(draft.pick(draft.runs), "t"))
    said = text.text or ""
    place = draft.rng.randint(0, len(said))
    text.text = draft.rng.choice(["{}{}{}", "{} {} {}"]).format(said[:place], draft.word(), said[place:])


def replace_a_text(draft: Draft) -> None:
    draft.pick(every(draft.pick(draft.runs), "t")).text = draft.word()


def type_with_breaks(draft: Draft) -> None:
    inside = "".join(f"<w:t>{draft.word()}</w:t>{draft.rng.choice(_BREAKS)}" for _ in range(3))
    draft.pick(draft.cells).append(made(f"<w:p><w:r>{inside}</w:r></w:p>"))


def type_odd_characters(draft: Draft) -> None:
    odd = "".join(draft.rng.choices(_ODD, k=3))
    draft.pick(draft.cells).append(made(paragraph(f"{odd}{draft.word()}{odd}")))


def type_letters_one_by_one(draft: Draft) -> None:
    """Each letter in its own run, as spelling marks and autosave leave them."""
    runs = "".join(f"<w:r><w:t>{letter}</w:t></w:r><w:proofErr/>" for letter in draft.word())
    draft.pick(draft.cells).append(made(f"<w:p>{runs}</w:p>"))


def type_much(draft: Draft) -> None:
    length = draft.rng.choice([501, 19_900, 20_001, 60_000])
    draft.pick(draft.cells).append(made(paragraph(f"{draft.word()} {'mot ' * (length // 4)}{draft.word()}")))


def type_many_paragraphs(draft: Draft) -> None:
    draft.pick(draft.cells).extend(made(paragraph(draft.word() if n % 100 == 0 else "")) for n in range(300))


def type_in_several_answers(draft: Draft) -> None:
    for row in draft.indicator_rows:
        if draft.rng.random() < 0.5:
            draft.pick(cells_of(row)).append(made(paragraph(draft.word())))


def type_a_list(draft: Draft) -> None:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{draft.rng.choice("029x")}"/><w:numId w:val="{draft.rng.randint(0, 12)}"/></w:numPr></w:pPr>'
    items = [made(f"<w:p>{properties}<w:r><w:t>{draft.word()}</w:t></w:r></w:p>") for _ in range(3)]
    draft.pick(draft.cells).extend(items)


def say_not_concerned(draft: Draft) -> None:
    words = draft.rng.choice(["Non concerné", "non concerne", "Sans objet", "N/A", "NC", "Non applicable"])
    draft.pick(cells_of(draft.pick(draft.indicator_rows))[4:]).append(made(paragraph(words)))


def change_a_space(draft: Draft) -> None:
    """What editors do to blanks and apostrophes."""
    text = draft.pick(every(draft.pick(draft.runs), "t"))
    one, other = draft.rng.choice([(" ", "\u00a0"), (" ", "  "), ("’", "'"), (" ", "\n"), ("é", "e\u0301"), (".", "")])
    text.text = (text.text or "").replace(one, other)

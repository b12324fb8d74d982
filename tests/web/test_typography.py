from __future__ import annotations

import pytest
from jinja2 import Environment
from markupsafe import Markup

from auditblanc.web.typography import FrenchTypography, french

NO_BREAK, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Attention : lisez.", f"Attention{NO_BREAK}: lisez."),
        ("Prêt ?", f"Prêt{NARROW}?"),
        ("Oui ; non !", f"Oui{NARROW}; non{NARROW}!"),
        ("le « guide » V9", f"le «{NO_BREAK}guide{NO_BREAK}» V9"),
        ("le n° 3", f"le n°{NO_BREAK}3"),
        ("10 % et 12:30", f"10{NO_BREAK}% et 12:30"),
        ("https://exemple.fr/?a=1", "https://exemple.fr/?a=1"),
    ],
)
def test_french_sets_the_spaces_that_must_not_break(typed, set_):
    assert french(typed) == set_


def test_french_keeps_markup():
    done = french(Markup("<b>Vu :</b>"))

    assert (done, type(done)) == (f"<b>Vu{NO_BREAK}:</b>", Markup)


def test_a_template_has_its_own_words_set_and_never_those_of_a_person():
    environment = Environment(extensions=[FrenchTypography], autoescape=True)

    page = environment.from_string("Titre : « {{ typed }} » ; {{ typed }}{{ ' !' }}").render(typed="a : b")

    assert page == f"Titre{NO_BREAK}: «{NO_BREAK}a : b{NO_BREAK}»{NARROW}; a : b{NARROW}!"

"""One name leads from an address to its view, its module and its test."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

TESTS = Path(__file__).parents[1]


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry


EVERY = list(patterns(get_resolver("auditblanc.web.urls")))


@pytest.mark.parametrize(("address", "pattern"), EVERY, ids=[pattern.name for _, pattern in EVERY])
def test_an_address_is_named_as_its_view(address, pattern):
    assert pattern.name == pattern.callback.__name__


@pytest.mark.parametrize(("address", "pattern"), EVERY, ids=[pattern.name for _, pattern in EVERY])
def test_a_view_has_its_test_module(address, pattern):
    package, _, module = pattern.callback.__module__.removeprefix("auditblanc.").rpartition(".")

    assert (TESTS / package.replace(".", "/") / f"test_{module}.py").is_file()


def test_no_name_is_given_twice():
    names = [pattern.name for _, pattern in EVERY]

    assert sorted(names) == sorted(set(names))

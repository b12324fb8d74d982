#!/bin/sh
# Pins with hashes and without addresses: no index stands in the repository. $1: the uv to use.
set -eu
compile() {
    "$1" pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url \
        --no-emit-find-links --universal --python-version 3.11 $2 --output-file "$3"
}
# What is tested is what is installed: the smaller lists take their versions from the whole one.
compile "$1" "pyproject.toml --extra site --extra server --group dev" requirements/dev.txt
compile "$1" "pyproject.toml -c requirements/dev.txt" requirements/base.txt
compile "$1" "pyproject.toml --extra site -c requirements/dev.txt" requirements/site.txt
compile "$1" "pyproject.toml --extra site --extra server -c requirements/dev.txt" requirements/server.txt
compile "$1" "--group build" requirements/build.txt

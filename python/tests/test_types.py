"""The typed dictionaries are the JSON Schema of an extraction, key by key and name by name."""

import json
import pathlib
import typing

import pytest

from zhecon import types

SCHEMA = json.loads((pathlib.Path(__file__).parents[2] / "docs/extraction.schema.json").read_text())
DEFINITIONS = SCHEMA["$defs"]
# A record and a value of one name stand apart in the schema; a value is told by its kind in Python.
RENAMED = {"Metadata": "Article", "ProjectRecord": "Project", "Number": "Magnitude", "Ordinal": "Magnitude"}
VALUES = {"Company", "Date", "Duration", "Industry", "Money", "Organization", "Percent", "Person", "Place", "Project", "Quantity", "TimeSet", "Zone"}
# They differ by what they hold and are written out, or are kept as plain dictionaries.
LOOSE = {"Entity", "PhaseAmount", "Stated"}


def python_name(name):
    return RENAMED.get(name, name + "Value" if name in VALUES else name)


@pytest.mark.parametrize("name", [name for name, told in DEFINITIONS.items() if "properties" in told and name not in LOOSE])
def test_dictionaries_have_the_keys_of_the_schema(name):
    typed = getattr(types, python_name(name))
    assert set(typed.__annotations__) == set(DEFINITIONS[name]["properties"])


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Bound", types.Bound),
        ("Modality", types.Modality),
        ("Stage", types.Stage),
        ("Kind", types.Kind),
        ("PercentUnit", types.PercentValue.__annotations__["unit"]),
    ],
)
def test_words_are_those_of_the_schema(name, typed):
    told = DEFINITIONS[name]
    words = told["enum"] if "enum" in told else [word for one in told["oneOf"] for word in one.get("enum", [one.get("const")])]
    assert set(typing.get_args(typed)) == set(words)


def test_an_extraction_has_the_keys_of_the_schema():
    assert set(types.Extraction.__annotations__) == set(SCHEMA["properties"])

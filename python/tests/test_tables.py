"""The library's tables of language, read through this door."""

import json
import tomllib
from pathlib import Path

import pytest

import zhecon

KINDS = zhecon.types.Kind.__args__
TABLES = sorted((Path(__file__).parents[2] / "tests" / "data").glob("*.toml"))
EXTRACTOR = zhecon.Extractor(kinds=KINDS)


def agrees(entity, want):
    def shown(value):
        return "null" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    return all(
        entity["text"] == value if key == entity["kind"] else shown(entity["value"].get(key)) == value for key, value in want.items()
    ) and entity["kind"] in want


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table(path):
    table = tomllib.loads(path.read_text("utf-8"))
    rows = [(text, None, []) for text in table.get("none", [])]
    rows += [(case["text"], case.get("published"), case["expect"]) for case in table.get("case", [])]
    assert rows
    for text, published, expect in rows:
        extraction = EXTRACTOR.extract(text, published=published or table.get("published"))
        found = [entity for entity in extraction["entities"] if entity["kind"] in table["kinds"]]
        assert len(found) == len(expect), (text, found)
        for want in expect:
            assert any(agrees(entity, want) for entity in found), (text, want, found)

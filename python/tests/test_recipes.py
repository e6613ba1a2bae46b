"""The recipes of the README, run as they stand there, where the engine of each is installed."""

import re
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
RECIPES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe(recipe):
    for module in re.findall(r"^import (\w+)", recipe, re.MULTILINE):
        pytest.importorskip(module)
    exec(recipe, {})

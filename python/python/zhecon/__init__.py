"""Reads Chinese economic news and returns what it says as typed data.

>>> import zhecon
>>> extraction = zhecon.extract("今年上半年,昌黎县新签约项目61个,合同总投资额298亿元。", published="2023-07-15")
>>> [entity["value"]["low"] for entity in extraction["entities"] if entity["kind"] == "money"]
['29800000000']

The results have the form of the JSON contract, as typed dictionaries (:mod:`zhecon.types`); ``start`` and ``end`` count characters of the text that
was given. Decimals are strings, ready for :class:`decimal.Decimal`: nothing is rounded.
"""

from . import types
from ._zhecon import Array, ArrayStream, Extractor, Ledger, parse_date, parse_money, parse_number, parse_percent, parse_quantity, read

__all__ = [
    "Array",
    "ArrayStream",
    "Extractor",
    "Ledger",
    "extract",
    "extract_batch",
    "parse_date",
    "parse_money",
    "parse_number",
    "parse_percent",
    "parse_quantity",
    "read",
    "types",
]

_default = Extractor()


def extract(text, *, published=None):
    """Reads one article with the default extractor: all kinds but numbers and ordinals, the text
    alone and no page around it.

    ``published`` is the date that relative dates count from: a string such as ``2021-12-16`` or ``2021-12-16T09:13``, or a date or datetime.
    """
    return _default.extract(text, published=published)


def extract_batch(texts, *, published=None):
    """Reads many articles from any Arrow producer of strings (PyArrow, Polars, DuckDB, pandas …), one struct a row.

    An array gives an :class:`Array`, a stream (a chunked column, a reader) gives an :class:`ArrayStream` that reads while it is drained; both are
    Arrow producers themselves. ``published`` is a column of dates as strings, chunked as the texts are.
    """
    return _default.extract_batch(texts, published=published)

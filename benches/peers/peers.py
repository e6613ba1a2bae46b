"""Bytes per second of JioNLP and Recognizers-Text for money and time, on the text that the crates read beside this script.

    pip install jionlp ms-recognizers-text-date-time ms-recognizers-text-number-with-unit
    python3 benches/peers/peers.py

A library that is missing is passed over with a word. Every library asserts that it found something.
"""

import pathlib
import sys
import time

TEXT = (pathlib.Path(__file__).parents[2] / "examples/articles/clean.txt").read_text(encoding="utf-8")


def jionlp():
    import jionlp

    return lambda text: jionlp.ner.extract_money(text) + jionlp.ner.extract_time(text)


def recognizers():
    import ms_recognizers_text

    # The packages are named anew, and their insides still ask for the old name.
    sys.modules["recognizers_text"] = ms_recognizers_text
    from recognizers_date_time import recognize_datetime
    from recognizers_number_with_unit import recognize_currency

    return lambda text: recognize_currency(text, "zh-cn") + recognize_datetime(text, "zh-cn")


for name, load in [("JioNLP", jionlp), ("Recognizers-Text", recognizers)]:
    try:
        read = load()
        assert read(TEXT)
    except ImportError as missing:
        print(f"money and time: {name}: passed over, {missing}")
        continue
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        assert read(TEXT)
        best = min(best, time.perf_counter() - start)
    print(f"{'money and time: ' + name:36}{len(TEXT.encode()) / 1e6 / best:12.4f}")

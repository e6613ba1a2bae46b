"""How many times faster zhecon is than other readers of Chinese numbers, money and times, on the same text in one run.

    pip install jionlp ms-recognizers-text-date-time ms-recognizers-text-number-with-unit
    python3 benches/peers/peers.py                            # the table
    DATE=2026-11-27 python3 benches/peers/peers.py --csv      # and benches/record/peers-2026-11-27.csv

The crates are measured by the program beside this script, JioNLP and Recognizers-Text here. A library that is missing is passed over with a
word. The fastest of all rounds counts, and every reader asserts that it found something.
"""

import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
TEXT = (HERE.parents[1] / "examples/articles/clean.txt").read_text(encoding="utf-8")
ROUNDS = 5


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


def measured(load):
    """Megabytes a second of processor time in the fastest round: rounds are long, and other programs break into them."""
    read = load()
    assert read(TEXT)
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        assert read(TEXT)
        best = min(best, time.process_time() - start)
    return len(TEXT.encode()) / 1e6 / best


def crates():
    """The table of the program beside this script: its tasks and their megabytes a second."""
    program = ["cargo", "run", "--release", "--quiet", "--manifest-path", str(HERE / "Cargo.toml")]
    table = subprocess.run(program, check=True, capture_output=True, text=True).stdout
    rows = [line.rsplit(maxsplit=2) for line in table.splitlines() if ": " in line]
    return [(task, float(speed)) for task, speed, _ in rows]


rows = crates()
for name, load in [("JioNLP", jionlp), ("Recognizers-Text", recognizers)]:
    try:
        rows.append((f"money and time: {name}", measured(load)))
    except ImportError as missing:
        print(f"{name}: passed over, {missing}", file=sys.stderr)

own = {task.split(": ")[0]: speed for task, speed in rows if task.endswith(": zhecon")}
print(f"{'task':36}{'MB/s':>12}{'zhecon is':>14}")
csv = ["task,megabytes_per_second,zhecon_times"]
for task, speed in rows:
    times = own[task.split(": ")[0]] / speed
    print(f"{task:36}{speed:12.4f}{times:12.1f} x")
    csv.append(f"{task},{speed:.4f},{times:.1f}")
if "--csv" in sys.argv:
    (HERE.parent / f"record/peers-{os.environ['DATE']}.csv").write_text("\n".join(csv) + "\n", encoding="utf-8")

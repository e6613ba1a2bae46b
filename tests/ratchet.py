#!/usr/bin/env python3
"""The accuracy ratchet: measures the crate on the annotated articles and tables in ../shared and fails where a score is below its minimum.

usage: tests/ratchet.py [--raise] [--show]

tests/ratchet.tsv holds a name and a minimum a line, in per cent. --raise writes every score that is now above its minimum, and never lowers one.
Without ../shared there is nothing to measure and nothing to fail.
"""
import json, math, subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MINIMA = ROOT / "tests" / "ratchet.tsv"
EXTRACT = ROOT / "target" / "release" / "examples" / "extract"
COMMAND = ROOT / "target" / "release" / "zhecon"


def tool(name, *arguments):
    run = subprocess.run([sys.executable, str(SHARED / "tools" / name), *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    try:
        return json.loads(run.stdout)
    except ValueError:
        sys.exit(f"ratchet: {name} gave no scores: {run.stderr[-500:] or run.stdout[-500:]}")


def extract(out, *arguments, stdin=None):
    with open(out, "wb") as file:
        subprocess.run([str(EXTRACT), *map(str, arguments)], stdin=stdin, stdout=file, check=True)
    return out


def articles(scores, family, gold, answers):
    result = tool("score.py", "--gold", gold, "--pred", answers, "--json")
    same_scores(gold, answers, result)
    for kind, row in result["kinds"].items():
        if row.get("gold"):
            scores[f"{family}.{kind}.f1"] = 100 * row["f1"]
            # Share of the right spans would fall when new spans are found, so the value counts together with the span.
            scores[f"{family}.{kind}.value"] = 100 * row["f1"] * (row.get("value_acc") or 0)
    for name, value in result["records"].items():
        if name.endswith(("_f1", "_acc")):
            scores[f"{family}.{name}"] = 100 * value


def same_scores(gold, answers, result):
    """The command line counts as the scorer does, whatever release of it read the answers."""
    if not COMMAND.exists():
        return
    run = subprocess.run([str(COMMAND), "eval", str(gold), "--json", "--answers", str(answers)], capture_output=True, check=True)
    own = json.loads(run.stdout)
    if own["kinds"] != result["kinds"] or any(own["records"].get(name, 0) != value for name, value in result["records"].items()):
        sys.exit(f"ratchet: zhecon eval and the scorer differ on {gold.name}")
    print(f"ratchet: zhecon eval and the scorer agree on {gold.name}")


def pages(scores, answers):
    """Title, source and time of the pages, and that nothing in their furniture is an entity."""
    right = asked = 0
    inside = total = 0
    for line in answers.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        stem = row["id"].split("_")[0]
        gold = json.loads((SHARED / "gold" / f"{stem}.gold.json").read_text(encoding="utf-8"))
        for key in ("title", "source", "published"):
            asked += 1
            right += row["article"].get(key) == gold.get(key)
        rows = [line.split("\t") for line in (SHARED / "gold" / f"{stem}.content.tsv").read_text(encoding="utf-8").splitlines()]
        furniture = [(int(r[1]), int(r[2])) for r in rows if r[0] == "range" and r[3] == "furniture"]
        runs = []
        for line in (SHARED / "gold" / f"{stem}.align.tsv").read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if cells[0].isdigit():
                runs.append(tuple(int(cell) for cell in cells[:4]))
        raw = (SHARED / "seeds" / f"{row['id']}.txt").read_bytes()
        for entity in row["entities"]:
            at = len(raw[: entity["start"]].decode("utf-8"))
            before = [run for run in runs if run[3] <= at]
            at += before[-1][1] - before[-1][3] if before else 0
            total += 1
            inside += any(start <= at < end for start, end in furniture)
    scores["seeds.metadata"] = 100 * right / asked
    scores["seeds.outside_furniture"] = 100 * (total - inside) / total if total else 0.0


def measure():
    scores = {}
    folder = ROOT / "target" / "ratchet"
    folder.mkdir(parents=True, exist_ok=True)
    answers = extract(folder / "seeds.ndjson", *sorted((SHARED / "seeds").glob("*.txt")))
    articles(scores, "seeds", SHARED / "gold", answers)
    pages(scores, answers)
    with open(SHARED / "gold-news" / "articles.ndjson", "rb") as news:
        answers = extract(folder / "news.ndjson", "--ndjson", "--plain", stdin=news)
    articles(scores, "news", SHARED / "gold-news", answers)
    result = tool("score_peers.py", "--cases", SHARED / "peers", "--json", "--", EXTRACT, "--ndjson", "--plain", "--kinds", "all")
    for name, row in result["rows"].items():
        for measure in ("value", "strict"):
            if row.get(measure) is not None:
                scores[f"peers.{name}.{measure}"] = row[measure]
    for stem, row in tool("score_reading.py", "--gold", SHARED / "gold", "--json", "--", EXTRACT, "--reading").items():
        scores[f"reading.{stem}"] = 100 * row["accuracy"]
    for kind, row in tool("score_names.py", "--data", SHARED / "ner" / "cluener.dev.jsonl", "--json", "--", EXTRACT, "--ndjson", "--plain").items():
        scores[f"names.{kind}.f1"] = 100 * row["f1"]
    return scores


def main():
    if not SHARED.is_dir():
        print("ratchet: no ../shared here, nothing to measure")
        return
    if not EXTRACT.exists():
        sys.exit("ratchet: build it first: cargo build --release --example extract")
    minima = {}
    if MINIMA.exists():
        rows = (line.split("\t") for line in MINIMA.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
        minima = {name: float(minimum) for name, minimum in rows}
    scores = {name: math.floor(100 * score + 1e-6) / 100 for name, score in measure().items()}
    if "--show" in sys.argv:
        for name, score in scores.items():
            print(f"{name}\t{score:.2f}\t{minima.get(name, 0):.2f}")
    low = [(name, minimum, scores.get(name)) for name, minimum in minima.items() if scores.get(name, -1) < minimum]
    for name, minimum, score in low:
        print(f"ratchet: {name} is {score}, must be at least {minimum}")
    if "--raise" in sys.argv:
        for name, score in scores.items():
            minima[name] = max(score, minima.get(name, 0))
        lines = [f"{name}\t{minimum:.2f}" for name, minimum in sorted(minima.items()) if minimum > 0]
        MINIMA.write_text("# name\tminimum in per cent, raised by tests/ratchet.py --raise\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"ratchet: {len(minima) - len(low)} of {len(minima)} scores hold")
    if low:
        sys.exit(1)


if __name__ == "__main__":
    main()

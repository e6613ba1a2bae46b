#!/usr/bin/env python3
"""Count how often characters stand behind one another in news (see DATA.md): news.tsv, from which reading.py makes pairs.bin.

usage: news.py OPENCC WEIGHT TEXT [WEIGHT TEXT…]     (the unpacked source package opencc-python-reimplemented; a text is a line a paragraph)

The first line names how many pairs there are of different characters. Then a line a character: the character, how often something stands behind it,
how much of that is set aside for what was not seen, behind how many different characters it stands, and what stands behind it often enough, each with
its count. # stands for a figure, however long. Nothing of a text but these counts is kept.
"""
import collections, sys
from pathlib import Path
from reading import ASIDE, MARKS, dictionary_of_script

OUT = Path(__file__).resolve().parent / "news.tsv"
WIDE = dict(zip("!,:;?()%", "！，：；？（）％"))
LEAST = 2.5


def tokens(line, characters):
    """The characters of a line, simplified; white space and letters are gaps."""
    before = None
    for c in line:
        c = WIDE.get(c, characters.get(c, c))
        c = "#" if c.isascii() and c.isdigit() else c
        if not ("\u4e00" <= c <= "\u9fff" or c in MARKS or c == "#"):
            c = None
        if c != "#" or before != "#":
            yield c
        before = c


def main(opencc, *texts):
    characters = dictionary_of_script(Path(opencc))
    pairs = collections.Counter()
    for weight, text in zip(texts[::2], texts[1::2]):
        for line in open(text, encoding="utf-8"):
            row = list(tokens(line.rstrip("\n"), characters))
            for a, b in zip(row, row[1:]):
                if a and b:
                    pairs[a, b] += float(weight)
    rows, before = collections.defaultdict(dict), collections.Counter()
    for (a, b), n in pairs.items():
        rows[a][b] = n
        before[b] += 1
    with open(OUT, "w", encoding="utf-8") as out:
        print(len(pairs), file=out)
        for a in sorted(set(rows) | set(before)):
            row = rows[a]
            often = sorted(((b, round(n)) for b, n in row.items() if n >= LEAST), key=lambda entry: (-entry[1], entry[0]))
            aside = min(sum(row.values()), ASIDE * len(row))
            print(a, round(sum(row.values())), round(aside), before[a], "".join(f"{b}{n}" for b, n in often), sep="\t", file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])

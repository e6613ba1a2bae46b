#!/usr/bin/env python3
"""Make the tables under src/reading/tables from openly licensed sources (see DATA.md).

usage: reading.py PYPINYIN OPENCC JIEBA      (the unpacked source packages pypinyin, opencc-python-reimplemented and jieba)

readings.txt  a line a syllable: the syllable with its tone, then every character that is read so (pypinyin: pinyin_dict.json)
script.txt    traditional and simplified character side by side (OpenCC: TSCharacters.txt), then phrases (TSPhrases.txt)
gbk.bin       the characters of the two-byte codes 8140 to FEFE, row by row, as UTF-16 little-endian (Python's gb18030 codec: the
              user-defined areas are private-use characters)
pairs.bin     how likely a character is, and how likely behind another one (news.tsv, which news.py counted; words of jieba: dict.txt)
"""
import collections, json, math, re, struct, sys, unicodedata
from pathlib import Path

# What is set aside of each count in news.tsv.
ASIDE = .9
OUT = Path(__file__).resolve().parents[2] / "src" / "reading" / "tables"

# Characters that are good simplified ones too, or stand in simplified names: they are folded in traditional text only.
DOUBTFUL = set("乾吒夥彷徵捱摺榘甯菸薹藉覆醣阪麴昇陞邨氾瞭祇幺著")
# OpenCC phrases that also arise by chance where two words meet in news (位於其一, 由於倫敦), or that news reads otherwise (乾紅 is a wine).
CHANCE = re.compile("^(於(?!潛|菟|陵子).*|覆(上|文|育|成|露|冒|住|杯|校|電|帳|按)|乾紅|么.*|.*覆瓿|郭子乾|張法乾|李鍾郁)$")
# Words in which 著 stays, and names and words in which a doubtful character stays; from general knowledge.
KEPT = """著名 顯著 著作 名著 著稱 卓著 原著 編著 專著 論著 著述 著者 昭著 土著 遺著 譯著 巨著 著書 拙著 合著 著錄 著有 著論 新著 所著 著於 著文 見著 彰明較著 聲名鵲著 著重號
覆盖 覆蓋 覆没 覆沒 覆灭 覆滅 覆膜 覆土 覆铜 覆銅 覆辙 覆轍 慰藉 狼藉 蘊藉 枕藉 昇騰 旭昇 東昇 昇思 乾安 乾州 乾務 乾元 乾潭 乾德 乾明 大阪 板阪 瞭望 神祇 地祇 徵羽 角徵 宮商角徵羽 哪吒 哪咤 氾水 於潛 於潜 樊於期 薹草 菜薹 蒜薹""".split()
# Written forms of characters that the dictionary leaves out; from general knowledge.
VARIANTS = dict(zip("堿戸衞吿淸靑値枱舖鐡閙髙毎尙郞囯廻囘砲畧敍", "碱户卫告清青值台铺铁闹高每尚郎国回回炮略叙"))
# Look-alikes of characters among the radicals of Unicode that its own compatibility mappings leave out.
RADICALS = dict(zip("⺎⺝⺠⺩⺬⺮⻁⻄⻅⻆⻉⻊⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻭⻮⻯⻰⻱", "兀月民王示竹虎西见角贝足车长长长门雨青韦页风飞食食马骨鬼鱼鸟卤麦黄黾齐齿齿龙龙龟"))
# Frequent marks in news text, each a share of all characters, from general knowledge: a dictionary of words has none.
MARKS = {"，": .045, "。": .022, "、": .02, "“": .006, "”": .006, "：": .003, "；": .002, "（": .004, "）": .004, "《": .001, "》": .001, "·": .0006,
         "—": .001, "！": .0004, "？": .0005, "‘": .0002, "’": .0002, "％": .0005, "…": .0002, "【": .0002, "】": .0002, "　": .002, "－": .0001, "～": .0001,
         "〔": .00005, "〕": .00005, "〈": .00002, "〉": .00002, "『": .00002, "』": .00002, "「": .00002, "」": .00002, "①": .00003, "②": .00003, "③": .00003, "④": .00002, "℃": .00003,
         "×": .00003, "㎡": .00001, "±": .00001, "→": .00002, "■": .00003, "●": .00003, "★": .00002, "◆": .00003, "▲": .00003, "○": .00003, "〇": .0002, "※": .00002, "□": .00002}

# The share of figures among the characters of news, one character for one figure, from general knowledge.
FIGURE = .01

def readings(source):
    table = json.loads((source / "pypinyin" / "pinyin_dict.json").read_text(encoding="utf-8"))
    lines = collections.defaultdict(list)
    for code in range(0x4E00, 0x9FA6):
        for syllable in table.get(str(code), "").split(","):
            syllable = unicodedata.normalize("NFC", syllable.strip())
            if syllable and all(ord(c) < 0x250 for c in syllable):
                lines[syllable].append(chr(code))
    text = "".join(f"{syllable}\t{''.join(lines[syllable])}\n" for syllable in sorted(lines))
    (OUT / "readings.txt").write_text(text, encoding="utf-8")


def dictionary(source, name):
    rows = (source / "opencc" / "dictionary" / name).read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[0]: row.split("\t")[1].split(" ") for row in rows if "\t" in row}


def dictionary_of_script(source):
    """The simplified form of every character that has another one."""
    characters = {k: v[0] for k, v in dictionary(source, "TSCharacters.txt").items()}
    characters = {k: v for k, v in characters.items() if k != v and max(ord(k), ord(v)) < 0x10000}
    characters |= {"瞭": "了", "藉": "借", "著": "着", "祇": "只", "幷": "并", "揹": "背"} | VARIANTS | RADICALS
    for code in [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)]:
        same = unicodedata.normalize("NFKC", chr(code))
        if len(same) == 1 and same != chr(code) and ord(same) < 0x10000:
            characters[chr(code)] = characters.get(same, same)
    return characters


def script(source):
    characters = dictionary_of_script(source)
    sure = "".join(k + v for k, v in sorted(characters.items()) if k not in DOUBTFUL)
    doubtful = "".join(k + v for k, v in sorted(characters.items()) if k in DOUBTFUL)
    plain = lambda phrase: "".join(characters.get(c, c) for c in phrase)
    phrases = {k: v[0] for k, v in dictionary(source, "TSPhrases.txt").items() if not CHANCE.match(k)}
    phrases |= {word: "".join(c if c in DOUBTFUL or c == "於" else characters.get(c, c) for c in word) for word in KEPT}
    phrases |= {"瞭解": "了解", "瞭然": "了然", "明瞭": "明了", "批覆": "批复", "覆盤": "复盘", "覆核": "复核", "覆審": "复审"}
    phrases = [(k, v) for k, v in sorted(phrases.items()) if len(k) == len(v) and max(map(ord, k + v)) < 0x10000
               and (plain(k) != v or any(c in DOUBTFUL for c in k))]
    text = sure + "\n" + doubtful + "\n" + "".join(f"{a}\t{b}\n" for a, b in phrases)
    (OUT / "script.txt").write_text(text, encoding="utf-8")
    return characters


def gbk():
    out = bytearray()
    for lead in range(0x81, 0xFF):
        for trail in [*range(0x40, 0x7F), *range(0x80, 0xFF)]:
            try:
                character = bytes([lead, trail]).decode("gb18030")
            except UnicodeDecodeError:
                character = "\ufffd"
            out += struct.pack("<H", ord(character) if len(character) == 1 and ord(character) < 0x10000 else 0xFFFD)
    (OUT / "gbk.bin").write_bytes(out)


def news():
    """Of each character how often something stands behind it in news, how much of that is set aside for what was not seen, what share of all pairs
    of different characters ends with it; and of pairs how often they stand there."""
    lines = (Path(__file__).resolve().parent / "news.tsv").read_text(encoding="utf-8").splitlines()
    kinds, behind, aside, before, often = int(lines[0]), {}, {}, {}, {}
    for line in lines[1:]:
        a, total, unseen, preceded, row = line.split("\t")
        behind[a], aside[a], before[a] = int(total), int(unseen), int(preceded) / kinds
        often |= {(a, b): int(n) for b, n in re.findall("([^0-9])([0-9]+)", row)}
    return behind, aside, before, often


def pairs(source, characters):
    """Layout: u16 count, count × (u16 character, u8 cost, u8 cost as the first of a word, u8 cost of being the last of one); then for each of
    them in order u16 pairs, pairs × (u16 index, u8 cost, u8 cost by the words of the dictionary, 0 for none). A cost is the negative natural
    logarithm of the probability in sixteenths, at most 255."""
    single, first, last, pair = (collections.Counter() for _ in range(4))
    for line in (source / "jieba" / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        count = int(count)
        word = "".join(characters.get(c, c) for c in word)
        first[word[0]] += count
        last[word[-1]] += count
        for c in word:
            single[c] += count
        for a, b in zip(word, word[1:]):
            pair[a, b] += count
    ideographs = lambda counts: sum(n for c, n in counts.items() if "\u4e00" <= c <= "\u9fff")
    total, words = ideographs(single) / .86, ideographs(first) / .86
    chance = {c: n / total for c, n in single.items() if "\u4e00" <= c <= "\u9fff" and n >= 40}
    # A character of which the dictionary has no word that begins or ends so may do it once in a while.
    opens = {c: (first[c] + .02 * single[c]) / words for c in chance}
    closes = {c: min(1, (last[c] + .02 * single[c]) / single[c]) for c in chance}
    chance |= MARKS | {"#": FIGURE}
    opens |= MARKS | {"#": FIGURE}
    order = sorted(chance, key=lambda c: (-chance[c], c))
    index = {c: i for i, c in enumerate(order)}
    cost = lambda p: max(1, min(255, round(-math.log(p) * 16)))
    # In news: what was seen behind a character, less what is set aside, which the words of the dictionary share.
    behind, aside, before, often = news()
    unseen = {c: aside[c] / behind[c] if behind.get(c) else 1 for c in order}
    begins = {c: .5 * opens[c] + .5 * before.get(c, 0) for c in order}
    out = bytearray(struct.pack("<H", len(order)))
    for c in order:
        out += struct.pack("<HBBB", ord("0" if c == "#" else c), cost(chance[c]), cost(begins[c]), cost(unseen[c] * closes.get(c, 1)))
    rows = collections.defaultdict(list)
    for a, b in set(often) | {together for together, n in pair.items() if n >= 12}:
        if a not in index or b not in index:
            continue
        n = pair[a, b]
        share = .8 * n / single[a] if n >= 12 else 0
        apart = closes.get(a, 1) * opens[b]
        word = cost(share + apart) if share > apart else 0
        parts = closes.get(a, 1) * begins[b]
        seen = max(often.get((a, b), 0) - ASIDE, 0) / behind[a] if behind.get(a) else 0
        together = seen + unseen[a] * (share + parts)
        if word or together > 3 * unseen[a] * parts:
            rows[a].append((index[b], cost(together), word))
    kept = 0
    for c in order:
        row = sorted(rows.get(c, []))
        kept += len(row)
        out += struct.pack("<H", len(row)) + b"".join(struct.pack("<HBB", *entry) for entry in row)
    (OUT / "pairs.bin").write_bytes(out)
    print(len(order), "characters,", kept, "pairs,", len(out), "bytes")


if __name__ == "__main__":
    pinyin, opencc, jieba = map(Path, sys.argv[1:4])
    readings(pinyin)
    gbk()
    pairs(jieba, script(opencc))

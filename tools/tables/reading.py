#!/usr/bin/env python3
"""Make the tables under src/reading/tables from openly licensed sources (see DATA.md).

usage: reading.py PYPINYIN OPENCC JIEBA      (the unpacked source packages pypinyin, opencc-python-reimplemented and jieba)

readings.txt  a line a syllable: the syllable with its tone, then every character that is read so (pypinyin: pinyin_dict.json)
script.txt    traditional and simplified character side by side (OpenCC: TSCharacters.txt), then phrases (TSPhrases.txt)
gbk.bin       the characters of the two-byte codes 8140 to FEFE, row by row, as UTF-16 little-endian (Python's gb18030 codec: the
              user-defined areas are private-use characters)
pairs.bin     how likely a character is, and how likely behind another one (jieba: dict.txt)
"""
import collections, json, math, re, struct, sys, unicodedata
from pathlib import Path

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

# How often a mark stands behind another one, or a word behind a mark, from general knowledge.
MARK_PAIRS = {"。”": .1, "。“": .06, "。（": .01, "。《": .004, "。其": .03, "。今": .03, "。目": .02, "。在": .04, "，“": .04, "，《": .008, "：“": .35, "：《": .02, "、“": .06, "、《": .04, "；“": .02, "”，": .12,
              "”。": .07, "”、": .1, "”（": .02, "”；": .01, "”：": .01, "”的": .08, "”等": .03, "”“": .02, "”和": .02, "”在": .02, "”该": .01, "”工": .01, "”项": .01, "”发": .01, "！”": .3, "？”": .25, "…”": .1,
              "……": .4, "——": .45, "》，": .08, "》、": .06, "》（": .05, "》的": .05, "）。": .1, "）、": .1, "），": .15, "’”": .05, "“‘": .02, "‘’": .001, "”！": .005}

# How often a figure stands behind a character, or a character behind a figure, from general knowledge; 0 stands for every digit.
FIGURE_PAIRS = {"达0": .3, "至0": .2, "到0": .15, "近0": .2, "约0": .4, "超0": .3, "逾0": .5, "共0": .12, "计0": .05, "有0": .06, "前0": .08, "每0": .1, "第0": .15, "的0": .04, "等0": .006, "为0": .05,
                "从0": .06, "自0": .06, "由0": .05, "于0": .05, "年0": .25, "月0": .3, "日0": .06, "资0": .03, "长0": .06, "升0": .06, "降0": .08, "加0": .02, "占0": .08, "过0": .12, "比0": .03, "目0": .03, "业0": .01,
                "额0": .05, "值0": .05, "率0": .04, "入0": .02, "成0": .015, "现0": .02, "口0": .02, "地0": .01, "积0": .04, "建0": .01, "进0": .01, "和0": .02, "与0": .01, "产0": .02, "出0": .01, "设0": .01, "了0": .02, "立0": .02, "看，": .15, "此，": .05, "来，": .08, "时，": .08, "间，": .05, "中，": .06, "外，": .08, "止，": .15, "道，": .1, "前，": .08, "后，": .1, "说，": .1,
                "在0": .02, "高0": .015, "低0": .01, "幅0": .06, "速0": .03, "涨0": .1, "跌0": .1, "增0": .08, "减0": .04, "来0": .01, "将0": .01, "用0": .01, "投0": .01, "期0": .01, "，0": .05, "。0": .03, "、0": .03, "：0": .05,
                "（0": .06, "“0": .01, "”0": .02, "》0": .01, "；0": .02, "0年": .1, "0月": .1, "0日": .1, "0亿": .1, "0万": .1, "0个": .06, "0家": .03, "0名": .015, "0人": .015, "0亩": .01, "0米": .01, "0吨": .01, "0时": .01, "0次": .01,
                "0项": .02, "0千": .008, "0元": .02, "0平": .006, "0公": .006, "0至": .02, "0余": .015, "0多": .015, "0条": .008, "0台": .008, "0户": .005, "0周": .004, "0岁": .004, "0倍": .008, "0位": .008, "0省": .003, "0国": .003, "0种": .005, "0类": .003, "0分": .006,
                "0，": .02, "0。": .01, "0、": .02, "0）": .01, "0—": .01, "0％": .02}

# Characters that hardly end a clause, that hardly begin one, and that hardly begin a sentence.
NOT_LAST, NOT_FIRST, NOT_OPENING = "和从被把第将各每某很最也又还但若", "的了着们吗呢吧者性化等", "和与及或"
CLAUSES = {a + b: .0003 for a in NOT_LAST for b in "，。；"} | {a + b: .0003 for a in "，。；“" for b in NOT_FIRST} | {"。" + b: .0003 for b in NOT_OPENING}



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


def script(source):
    characters = {k: v[0] for k, v in dictionary(source, "TSCharacters.txt").items()}
    characters = {k: v for k, v in characters.items() if k != v and max(ord(k), ord(v)) < 0x10000}
    characters |= {"瞭": "了", "藉": "借", "著": "着", "祇": "只", "幷": "并", "揹": "背"} | VARIANTS | RADICALS
    for code in [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)]:
        same = unicodedata.normalize("NFKC", chr(code))
        if len(same) == 1 and same != chr(code) and ord(same) < 0x10000:
            characters[chr(code)] = characters.get(same, same)
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


def pairs(source, characters):
    """Layout: u16 count, count × (u16 character, u8 cost, u8 cost as the first of a word, u8 cost of being the last of one); then for each of
    them in order u16 pairs, pairs × (u16 index, u8 cost). A cost is the negative natural logarithm of the probability in sixteenths, at most 255."""
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
    chance |= MARKS | {"0": FIGURE}
    opens |= MARKS | {"0": FIGURE}
    order = sorted(chance, key=lambda c: (-chance[c], c))
    index = {c: i for i, c in enumerate(order)}
    cost = lambda p: min(255, round(-math.log(p) * 16))
    out = bytearray(struct.pack("<H", len(order)))
    for c in order:
        out += struct.pack("<HBBB", ord(c), cost(chance[c]), cost(opens[c]), cost(closes.get(c, 1)))
    rows = collections.defaultdict(list)
    for (a, b), n in pair.items():
        if a in index and b in index and n >= 12:
            p = .8 * n / single[a] + closes.get(a, 1) * opens[b]
            if p > 2 * closes.get(a, 1) * opens[b]:
                rows[a].append((index[b], cost(p)))
    for (a, b), p in (CLAUSES | MARK_PAIRS | FIGURE_PAIRS).items():
        rows[a].append((index[b], cost(p)))
    kept = 0
    for c in order:
        row = sorted(rows.get(c, []))
        kept += len(row)
        out += struct.pack("<H", len(row)) + b"".join(struct.pack("<HB", *entry) for entry in row)
    (OUT / "pairs.bin").write_bytes(out)
    print(len(order), "characters,", kept, "pairs,", len(out), "bytes")


if __name__ == "__main__":
    pinyin, opencc, jieba = map(Path, sys.argv[1:4])
    readings(pinyin)
    gbk()
    pairs(jieba, script(opencc))

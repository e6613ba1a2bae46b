//! Texts that nobody writes, of any size: each holds one thing again and again, so that what costs more than its length shows.

#![allow(dead_code, clippy::indexing_slicing)] // each test takes the part that it needs

/// How one text is made: a name, and the piece that is written the nth time.
pub(crate) struct Hostile {
    /// What it consists of.
    pub(crate) name: &'static str,
    piece: fn(usize) -> String,
    page: bool,
}

impl Hostile {
    /// The text, of this many bytes less the last piece that does not fit.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes);
        for nth in 0.. {
            let piece = (self.piece)(nth);
            if text.len() + piece.len() > bytes || piece.is_empty() {
                break;
            }
            text.push_str(&piece);
        }
        text
    }

    /// The text as an article: as a page where what is hostile lies in its lines.
    pub(crate) fn article(&self, bytes: usize) -> zhecon::Article {
        let text = self.text(bytes);
        if self.page { zhecon::Article::from_page(text) } else { zhecon::Article::from_text(text) }
    }
}

const fn text(name: &'static str, piece: fn(usize) -> String) -> Hostile {
    Hostile { name, piece, page: false }
}

const fn page(name: &'static str, piece: fn(usize) -> String) -> Hostile {
    Hostile { name, piece, page: true }
}

/// A pseudo-random number that depends on `nth` alone.
fn mix(nth: usize) -> usize {
    let mixed = (nth as u64 ^ (nth as u64) << 21).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9) as usize >> 7
}

fn pick(list: &str, nth: usize) -> char {
    let count = list.chars().count();
    list.chars().nth(mix(nth) % count).unwrap_or('一')
}

/// A made word of three characters: 云鲲瑞.
fn brand(nth: usize) -> String {
    let sounds = "云鲲瑞恒泰远景辰越禾青宏博达信诚力华盛源丰润科创佳美新拓";
    [3 * nth, 3 * nth + 1, 3 * nth + 2].into_iter().map(|at| pick(sounds, at)).collect()
}

/// A character of any kind that news has, and of some that it has not.
fn any(nth: usize) -> char {
    let code = match mix(nth) % 16 {
        0 => mix(nth + 7) % 0x80,
        1 => 0xFF01 + mix(nth + 7) % 0x5E,
        2 => 0x3000 + mix(nth + 7) % 0x40,
        3 => 0x2000 + mix(nth + 7) % 0x70,
        4 => mix(nth + 7) % 0x11_0000,
        _ => 0x4E00 + mix(nth + 7) % 0x51A6,
    };
    char::from_u32(code as u32).unwrap_or('\u{fffd}')
}

/// The kinds.
pub(crate) const HOSTILE: &[Hostile] = &[
    text("digits", |nth| char::from(b'0' + (mix(nth) % 10) as u8).into()),
    text("one digit", |_| "1".into()),
    text("Chinese digits", |nth| pick("一二三四五六七八九十百千万亿", nth).into()),
    text("一", |_| "一".into()),
    text("万", |_| "万".into()),
    text("parentheses", |_| "(".into()),
    text("brackets, nested", |nth| if nth % 2 == 0 { "（".into() } else { "【".into() }),
    text("quotes, alternating", |nth| if nth % 2 == 0 { "“".into() } else { "”".into() }),
    text("opening quotes", |_| "“".into()),
    text("commas", |_| "，".into()),
    text("enumeration commas", |_| "、".into()),
    text("full stops", |_| "。".into()),
    text("blanks", |_| " ".into()),
    text("line ends", |_| "\n".into()),
    text("company tails", |_| "有限公司".into()),
    text("tails of many kinds", |nth| ["集团", "项目", "开发区", "管理委员会", "协会", "产业园", "市", "局长"][mix(nth) % 8].into()),
    text("dates", |nth| format!("{}年{}月{}日", 2000 + nth % 24, 1 + nth % 12, 1 + nth % 28)),
    text("dates, relative", |nth| ["去年", "同期", "今年", "上半年", "当月", "3月", "次日"][mix(nth) % 7].into()),
    text("months with commas", |nth| format!("{}月，", 1 + nth % 12)),
    text("amounts", |nth| format!("{}亿元", 1 + mix(nth) % 900)),
    text("amounts with commas", |nth| format!("投资{}亿元，", 1 + mix(nth) % 900)),
    text("percentages", |nth| format!("增长{}%", 1 + mix(nth) % 90)),
    text("counts", |nth| format!("{}个", 1 + mix(nth) % 900)),
    text("hedges", |_| "约近超".into()),
    text("glosses", |nth| ["經(jīng)", "濟(jì)", "發(fā)", "動(dòng)"][nth % 4].into()),
    text("shifted", |nth| ["!焙姥殴怆娍萍脊善", "!敝泄", "?!苯衲暌岳", ",苯衲"][nth % 4].into()),
    text("random", |nth| any(nth).into()),
    text("one company", |_| "云鲲电子科技有限公司".into()),
    text("companies", |nth| format!("{}电子科技有限公司", brand(nth))),
    text("companies, listed", |nth| format!("{}科技有限公司、", brand(nth))),
    text("companies in a row", |nth| format!("{}集团{}股份", brand(nth), brand(nth + 1))),
    text("companies, abbreviated", |nth| format!("{}科技有限公司（以下简称“{}”）与", brand(nth), brand(nth))),
    text("companies, by place", |nth| format!("望川{}科技有限公司，{}公司，", brand(nth), brand(nth))),
    text("brands behind one company", |nth| if nth == 0 { "云鲲电子科技有限公司，".into() } else { "云鲲电子，".into() }),
    text("persons", |nth| format!("局长王{}说，", pick("伟芳强磊军洋勇艳杰涛", nth))),
    text("persons and firms", |nth| format!("{}集团董事长李{}，", brand(nth), brand(nth))),
    text("places", |nth| ["昆山市", "江苏省", "朝阳区", "浦东新区", "苏州", "海南"][mix(nth) % 6].into()),
    text("places, listed", |nth| format!("{}、", ["昆山", "江苏", "朝阳区", "上海", "苏州"][mix(nth) % 5])),
    text("bodies", |_| "望川县发展和改革局".into()),
    text("zones", |nth| format!("{}高新区", brand(nth))),
    text("projects", |nth| format!("{}电池项目", brand(nth))),
    text("projects, one", |_| "该项目".into()),
    text("projects with facts", |nth| format!("{}电池项目总投资{}亿元，", brand(nth), 1 + nth % 90)),
    text("project facts without a stop", |nth| format!("项目{}总投资{}亿元", pick("将拟已正", nth), 1 + nth % 90)),
    text("steps", |nth| ["签约", "开工", "投产", "将", "尚未", "竣工"][mix(nth) % 6].into()),
    text("industries", |nth| ["新能源", "生物医药", "装备制造", "食品加工"][mix(nth) % 4].into()),
    text("clause without marks", |nth| {
        ["今年上半年", "昆山市", "新签约项目61个", "合同总投资额298亿元", "增长12.3%", "由云鲲电子科技有限公司", "投资建设"][nth % 7].into()
    }),
    text("sentences without a stop", |nth| {
        ["今年上半年，", "昆山市新签约项目61个，", "总投资298亿元，", "同比增长12.3%，", "由云鲲电子科技有限公司投资，"][nth % 5].into()
    }),
    text("indicators", |nth| format!("工业增加值{}亿元，增长{}%。", 1 + mix(nth) % 900, 1 + nth % 9)),
    text("indicators in one sentence", |nth| format!("工业增加值{}亿元，增长{}%；", 1 + mix(nth) % 900, 1 + nth % 9)),
    text("rates in one clause", |nth| format!("比去年增长{}%", 1 + nth % 9)),
    page("page of short lines", |nth| format!("{}\n", brand(nth))),
    page("page of labels", |nth| format!("来源：{}日报 发布时间：2023-07-12 责任编辑：李{}\n", brand(nth), brand(nth))),
    page("page of dates", |nth| format!("2023-07-{:02}\n", 1 + nth % 28)),
    page("page of links", |nth| format!("首页 > 新闻 > {}\n", brand(nth))),
    page("page of one line", |nth| format!("来源：{} ", brand(nth))),
    page("page of companies", |nth| format!("{}科技有限公司\n", brand(nth))),
];

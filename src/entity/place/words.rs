//! What stands around a place name and tells that it is none.

use crate::han_set::HanSet;
use crate::word_table::Words;

/// Words that a name ending in 市, 县, 区, 省 or 州 gives its last character to: 北京|市场, 安丘|市长, 海淀|区域.
/// The first characters after the name that begin such a word, and those after them that show otherwise (市|长期, 区|长江).
pub(super) const TAILS: &[(char, &str)] =
    &[('市', "场值民容价长区面井花"), ('县', "域长城"), ('区', "域间块位别长"), ('省', "会份级长"), ('州', "长")];

/// 长 after a division's ending is the head of the office unless it opens one of these words.
pub(super) const LONG_WORDS: &str = "期江远三效安达年久短途假城春沙征";

/// What makes a street of the name before it. Directions and numbers may come between: 北京东路, 中山二路.
pub(super) static STREETS: Words<&str> = Words::of(&["大道", "大街", "路", "街", "站", "胡同", "巷", "弄", "立交桥", "立交"]);

/// Words that begin with 路 or 街 and follow a place of their own.
pub(super) static NO_STREETS: Words<&str> = Words::of(&[
    "路演", "路径", "路线", "路况", "路网", "路面", "路段", "路桥", "路上", "路透", "路由", "路费", "路程", "路政", "路边", "街道", "街区", "街头",
    "站在", "站稳", "站上", "站点", "站位",
]);

/// Facilities that carry the name of a place or river before them: the whole is one name.
pub(super) static FACILITIES: Words<&str> = Words::of(&[
    "大桥",
    "之窗",
    "之星",
    "之家",
    "之声",
    "之光",
    "隧道",
    "机场",
    "国际机场",
    "水库",
    "水电站",
    "电站",
    "站台",
    "大学",
    "学院",
    "中学",
    "小学",
    "医院",
    "银行",
    "证券",
    "日报",
    "晚报",
    "早报",
    "时报",
    "电视台",
    "广播",
    "啤酒",
]);

/// Words that look like places after one character and before another: the word, what stands before it, what stands after it (either one suffices).
pub(super) static FALSE_FRIENDS: Words<(&str, &str, &str)> = Words::of_triples(&[
    ("中国", "其集之心展", ""),
    ("日本", "近今昨当每次即首末节假明后同一何抵平", "报台年月周刊身着人次"),
    ("蒙古", "", "语族包"),
    ("哈萨克", "", "语族"),
    ("大连", "", "接续锁环片体夜"),
    ("海口", "出入沿近跨上", ""),
    ("大同", "", "小异"),
    ("开封", "未刚", "府"),
    ("日照", "", "时充量强百"),
    ("保定", "", "期价"),
    ("三明", "", "治"),
    ("宁波", "", "动"),
    ("中东", "", "部路"),
    ("东亚", "", "银"),
    ("南亚", "", "热"),
    ("合肥", "混复", "料"),
    ("江门", "", "槛"),
    ("东方", "", "财希明雨园证航通电红"),
    ("西安", "", "全"),
    ("大理", "", "石论想由性念寺"),
    ("长治", "", "久"),
    ("巴中", "", "场"),
    ("海南", "", "岸侧部"),
    ("河南", "", "岸侧"),
    ("河北", "", "岸侧"),
    ("湖北", "", "岸侧"),
    ("湖南", "", "岸侧"),
    ("江西", "", "岸侧"),
    ("山西", "陵", "麓坡侧"),
    ("山东", "", "麓坡侧"),
    ("海东", "", "岸侧"),
    ("东海", "", "岸"),
    ("东北", "正", "角侧方向面风部虎"),
    ("西北", "正", "角侧方向面风部"),
    ("西南", "正", "角侧方向面风部"),
    ("东部", "中", "战"),
    ("西部", "中", "战数矿证黄超"),
    ("中部", "", "战"),
    ("南方", "", "周都航电基科路传"),
    ("北极", "", "星光熊"),
    ("北方", "", "华国稀工"),
    ("南极", "", "光磷电"),
    ("马里", "", "奥兰亚"),
    ("蒙山", "乌", ""),
    ("阳山", "太", ""),
    ("贡山", "黎", ""),
    ("浮山", "罗", ""),
    ("梁山", "吕", ""),
    ("兰溪", "木", ""),
    ("子洲", "橘", ""),
    ("河源", "饶根江黄三", ""),
    ("克州", "斯", ""),
    ("尼玛", "", "克拉次扎才"),
    ("称多", "", "地个"),
    ("安宁", "定静和", ""),
    ("竹山", "毛", ""),
    ("长乐", "", "坊"),
    ("开江", "段", ""),
    ("关中", "相有无机公", "的小央"),
    ("安顺", "", "利"),
    ("文山", "", "会"),
    ("阿里", "", "巴云健影体妈旺集"),
    ("中山", "", "站"),
    ("美国", "拉欧北南", ""),
    ("重庆", "隆", "祝典"),
    ("荣昌", "繁", "盛"),
    ("南海", "中", ""),
    ("西部", "", "陆"),
    ("凉山", "大", ""),
    ("高密", "", "度"),
    ("爱尔兰", "北", ""),
    ("朝鲜", "南北", ""),
    ("太平洋", "", "证保"),
    ("孟加拉", "西", "湾"),
    ("日本国", "", "土内家会防际企债"),
    ("江城区", "沿临", ""),
    ("西山区", "皖浙湘闽鄂豫赣川滇黔陕粤桂冀晋", ""),
    ("南山区", "皖浙湘闽鄂豫赣川滇黔陕粤桂冀晋", ""),
    ("河北", "定", ""),
    ("罗马", "", "尼"),
    ("河内", "", "侧"),
    ("万象", "春", "更新城汇天"),
    ("海防", "", "部队"),
    ("东京", "", "湾"),
    ("马赛", "", "克曲"),
    ("里昂", "", "证"),
    ("汉堡", "", "王包"),
    ("雅典", "", "娜"),
    ("科隆", "", "群"),
    ("京都", "", "薇"),
    ("界首", "世全外业各政", "位"),
]);

/// Divisions that are never called without their ending, since the words mean something else: 丽江古城, 山东振兴.
pub(super) static NEVER_SHORT: Words<&str> = Words::of(&["古城", "振兴", "城区", "郊区", "矿区"]);

/// What follows a region that means a direction, not a part of the country, when a place stands before it: 四川西南 is no region.
pub(super) static DIRECTIONS: Words<&str> = Words::of(&["东北", "西北", "西南", "东部", "西部", "中部", "南方", "北方"]);

/// Words of saying: a name of two or three characters before them is a person.
pub(super) static SAYING: Words<&str> =
    Words::of(&["表示", "介绍", "告诉", "坦言", "认为", "指出", "说,", "说，", "说:", "说：", "说道", "称,", "称，", "强调"]);

/// Abbreviations of provinces and cities of one character that mean nothing else beside each other: 沪苏浙, 深莞.
pub(super) static LETTERS: HanSet = HanSet::of("京津冀晋辽沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇陕陇莞穗杭甬深");

/// Abbreviations that are common characters too: they count only in a row of three, or beside a city of the same row.
pub(super) static SOFT_LETTERS: HanSet = HanSet::of("川甘青宁新蒙吉黑藏惠港澳台厦蓉汉");

/// What after a row of abbreviations makes a railway, a road or a company of it.
pub(super) static LETTER_TAILS: Words<&str> =
    Words::of(&["高速", "铁路", "高铁", "客专", "线", "城际", "直通", "通", "公路", "广场", "股份", "集团", "电", "能源", "高新", "C"]);

/// Natural features that take the name before them as their own: 缙云|山, 微山|湖, 呼兰|河.
pub(super) const FEATURES: &str = "山湖河江湾峡溪岭峰雪";

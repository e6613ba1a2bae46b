//! What stands around a place name and tells that it is none.

use crate::han_set::HanSet;
use crate::word_index::WordIndex;
use crate::word_table::Words;
use once_cell::sync::Lazy;

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
    ("通江", "", "达"),
    ("江达", "通", ""),
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
    ("海河", "", "产传"),
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
    ("定日", "", "镜"),
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
    ("江城区", "沿临镇九湛内丽晋吴靖潜松龙浦都从延", ""),
    ("江城", "镇九湛内丽晋吴靖潜松龙浦都从延", ""),
    ("桂林", "", "洋"),
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
    ("动力区", "，,；;。、：:和与", ""),
    ("会宁", "进谈布介议商览洽盟协委社工集大都机宴晚展年交", ""),
    ("会东", "进谈布介议商览洽盟协委社工集大都机宴晚展年交", ""),
    ("会理", "进谈布介议商览洽盟协委社工集大都机宴晚展年交", ""),
    ("会同", "进谈布介议商览洽盟协委社工集大都机宴晚展年交", ""),
    ("会昌", "进谈布介议商览洽盟协委社工集大都机宴晚展年交", ""),
    ("中西部", "其", ""),
    ("界首", "世全外业各政", "位"),
]);

/// Divisions that are never called without their ending, since the words mean something else: 丽江古城, 山东振兴.
pub(super) static NEVER_SHORT: Words<&str> = Words::of(&["古城", "振兴", "城区", "郊区", "矿区"]);

/// What follows a region that means a direction, not a part of the country, when a place stands before it: 四川西南 is no region.
pub(super) static DIRECTIONS: Words<&str> = Words::of(&["东北", "西北", "西南", "东部", "西部", "中部", "南方", "北方"]);

/// Districts that nothing else is called like: they are spoken of without 区 where their city is named. Own judgement.
pub(super) static DISTRICTS: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(DISTRICT_NAMES));

const DISTRICT_NAMES: &str = "\
    石景山 海淀 门头沟 房山 通州 顺义 昌平 怀柔 平谷 密云 延庆 东丽 西青 津南 北辰 武清 宝坻 静海 宁河 蓟州 藁城 鹿泉 栾城 曹妃甸 北戴河 抚宁 邯山 肥乡 襄都 任泽 竞秀 清苑 徐水 \
    崇礼 双滦 安次 迎泽 尖草坪 万柏林 晋源 潞州 屯留 潞城 朔城 平鲁 榆次 太谷 忻府 赛罕 昆都仑 海勃湾 乌达 元宝山 科尔沁 东胜 康巴什 海拉尔 集宁 沈河 皇姑 苏家屯 浑南 沈北 于洪 \
    沙河口 甘井子 旅顺口 金州 普兰店 望花 振安 鲅鱼圈 弓长岭 双台子 兴隆台 绿园 九台 船营 洮北 道里 道外 松北 香坊 呼兰 阿城 昂昂溪 富拉尔基 萨尔图 让胡路 黄浦 徐汇 长宁 静安 \
    虹口 杨浦 闵行 嘉定 浦东 松江 青浦 奉贤 崇明 玄武 秦淮 建邺 浦口 栖霞 雨花台 江宁 六合 溧水 高淳 锡山 惠山 梁溪 新吴 贾汪 铜山 武进 金坛 虎丘 吴中 相城 姑苏 吴江 崇川 赣榆 \
    清江浦 洪泽 亭湖 盐都 邗江 江都 京口 润州 丹徒 海陵 姜堰 宿豫 拱墅 萧山 余杭 富阳 临安 临平 海曙 北仑 镇海 鄞州 奉化 鹿城 龙湾 瓯海 洞头 秀洲 吴兴 南浔 越城 柯桥 上虞 婺城 \
    金东 柯城 衢江 定海 椒江 黄岩 莲都 瑶海 庐阳 蜀山 包河 鸠江 弋江 湾沚 繁昌 田家庵 谢家集 八公山 博望 杜集 宜秀 屯溪 徽州 南谯 颍州 颍东 颍泉 埇桥 裕安 叶集 谯城 贵池 宣州 \
    台江 仓山 马尾 晋安 长乐 思明 海沧 湖里 集美 同安 翔安 涵江 荔城 秀屿 鲤城 丰泽 洛江 泉港 芗城 龙文 龙海 延平 建阳 新罗 蕉城 青云谱 红谷滩 湘东 濂溪 浔阳 柴桑 渝水 章贡 \
    南康 赣县 青原 袁州 临川 信州 广丰 历下 槐荫 历城 长清 章丘 济阳 莱芜 黄岛 崂山 李沧 城阳 即墨 淄川 张店 临淄 薛城 峄城 台儿庄 垦利 芝罘 牟平 莱山 潍城 寒亭 坊子 奎文 任城 \
    兖州 岱岳 环翠 文登 岚山 罗庄 陵城 东昌府 茌平 滨城 沾化 定陶 惠济 禹王台 祥符 涧西 偃师 孟津 洛龙 湛河 淇滨 魏都 郾城 召陵 陕州 宛城 睢阳 浉河 川汇 淮阳 驿城 硚口 汉阳 \
    武昌 洪山 东西湖 汉南 蔡甸 江夏 黄陂 新洲 黄石港 西塞山 茅箭 郧阳 伍家岗 猇亭 夷陵 樊城 襄州 鄂城 掇刀 孝南 咸安 曾都 岳麓 开福 望城 芦淞 渌口 岳塘 珠晖 蒸湘 鼎城 武陵源 \
    赫山 零陵 冷水滩 娄星 荔湾 越秀 海珠 番禺 花都 从化 增城 浈江 罗湖 宝安 龙岗 坪山 香洲 斗门 金湾 濠江 潮阳 潮南 澄海 禅城 蓬江 新会 赤坎 霞山 坡头 麻章 茂南 电白 端州 \
    惠城 惠阳 源城 清城 湘桥 潮安 榕城 揭东 青秀 西乡塘 良庆 邕宁 武鸣 鱼峰 柳南 柳北 临桂 覃塘 右江 兴宾 秀英 琼山 美兰 崖州 万州 涪陵 渝中 大渡口 沙坪坝 九龙坡 北碚 綦江 \
    巴南 黔江 江津 合川 永川 南川 璧山 铜梁 潼南 荣昌 开州 梁平 武隆 青羊 武侯 成华 龙泉驿 青白江 新都 温江 双流 郫都 新津 自流井 贡井 纳溪 龙马潭 旌阳 涪城 利州 昭化 五通桥 \
    雁江 南明 云岩 乌当 观山湖 六枝 红花岗 汇川 播州 西秀 平坝 七星关 碧江 官渡 呈贡 晋宁 沾益 隆阳 思茅 堆龙德庆 达孜 碑林 灞桥 未央 雁塔 阎良 临潼 鄠邑 王益 耀州 陈仓 \
    秦都 杨陵 渭城 临渭 华州 安塞 南郑 榆阳 汉滨 七里河 西固 红古 秦州 麦积 崆峒 肃州 湟中 乐都 兴庆 红寺堡 沙坡头 沙依巴克 水磨沟 头屯河 米东 独山子 白碱滩 高昌 \
";
/// What says that a place follows.
pub(super) static LOCATING: Words<&str> = Words::of(&[
    "位于",
    "坐落于",
    "坐落在",
    "设立在",
    "设立于",
    "设在",
    "建在",
    "落户",
    "落户在",
    "落户于",
    "落地",
    "落子",
    "选址",
    "选址于",
    "选址在",
]);

/// What is done at a place behind 在.
pub(super) static DONE_THERE: Words<&str> = Words::of(&[
    "建设",
    "投资",
    "打造",
    "投建",
    "兴建",
    "新建",
    "设立",
    "建立",
    "落户",
    "落地",
    "举行",
    "召开",
    "举办",
    "开工",
    "开业",
    "揭牌",
    "签约",
    "启动",
    "布局",
    "投产",
    "成立",
    "揭幕",
    "开幕",
    "的投资",
    "加大投资",
]);

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

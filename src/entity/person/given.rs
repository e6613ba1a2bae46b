//! How likely a character is in a given name.
//!
//! The classes come from counts of 6,500 characters in given names of news and curricula against three million characters of running news.

use once_cell::sync::Lazy;

/// In a given name at least ten times likelier than in running text.
const TYPICAL: &str = "\
    华明德伟志永军晓春玉林光云杰振荣龙波俊忠红英庆宝峰秀芳斌宇辉敏霞兰君昌祥梅贵涛玲\
    宏松勇丽森良凤瑞鹏亮嘉萍兆毅汉贤旭伯艳铭仁燕剑宗恩晶芬桂慧泽丹浩佳诚鸿曼锦虹洪凯\
    静彦秋谦颖锋怀雷迪若泉琴耀柱喜廷洁仲舟豪焕伦勒茂娜琦哲蕾虎彬菊磊礼鸣熙宪恒孝淑昭\
    姆菲凌凡楠敬邦卿莉薇琳佩瑛炜茹隆旺珊肇琪孟莲蒂臣震睿赫栋绪翰卓霖怡茨炎湘昊汝渊黎\
    弘铨佐勋靖彪晨帆仙兹曦纯骏欣鹰琼焱楚勤翠魁辰菁崇龄坤炳尧岩柏斐钊娟晋寿麟蓉莹羽璐\
    奎舒珍棠鑫允炯笑奈雯慈淼琛媛淇寅骥庸娴晟轩仕钦咏婷甫倩蔚晖皇峥钧洱岚驰禄锡熹巍乾\
    烨亭懋澄钰帕戎瑾慎殿碧瑜爽芝懿锐珏翔妮叔昱刚";

/// Two to ten times likelier in a given name.
const COMMON: &str = "\
    文建平东尔民强小斯海山立世利安江兴福克培维健清富友卫连权青子雪少继吉康智远景罗田\
    亚根武宁飞胜乐顺石义阳拉香真传树奇章启冰洋夫爱博思兵星惠尼益丰钟泰士承延盛绍诺申\
    纳木希雄宾白伊普冠津威祖雨瓦朝壮素萨花久钢庭川堂介丁梦令杨跃诗昆冬托雅涌声鲁宜";

/// About as likely in a given name as anywhere.
const POSSIBLE: &str = "\
    国生新成大金元长学正才天力超里保西开达广南美万道高基特政水群来先铁源京然升格河科治\
    原非相书三苏坚育运信风致纪均望容善卡存城阿艺易";

/// Words of the news: at least twice rarer in a given name than in running text.
const UNLIKELY: &str = "\
    中一和有同方发实本公人加作行进定研程自比多心路步内品济问改求协标关环法时用通二理\
    点代好重后北深优农至委造任流界施领台无举革湖空计居洲准回战防布球意稳房巴约构财\
    处融降知谈车始解马欧果活精占五放席监干极选习表历策赛营客缺券故找粮写享旧唐伐附杂\
    七兼劳跟债酒答陈阵禁拥湾跑甘沈请茶软私钱递败遭泛沉针幅册借够背焦读租辆彻玩脱伴塑\
    奥伙伍乘媒简爆悉践驻储援差涉语困疑阔吨岛虽姓忙聘灾搭煤纽否状迈距循抗透搞病死遗\
    截横枢牢画穿返讨净乱辽途拿孩尤载郑贯似峡符腐绕救靠止妇挂岁零裁肯尽陕刊邮籍室害径\
    撑朋轨筹揭船督纷疗遍订岸赢顾圳莫血倡俄染损寻纸野络夺绩疆免吃兽序缩握池虑另苦览练\
    抢扶滑析赔残候角键驱骨弹疾短乎停急邀母探杯矿厅菜左末休剧编抵伏封遇移犯摄械估跌摆\
    驶压射肥冷乌卷拔暴轻疫课除甚帮拟著须送箱邓释呼戏谢牵趋按归沿鱼厦即巡属舞换箭街右\
    警哥浙听鼓篇脑般审吸亲击亩圈篮秘含肃诉韩患伤买签偿六绝黑勃括毒既覆赴魔眼倒罪拍档\
    贴迷毛退像粤例码弱块择筑倍账版坏童架违牙顶套异夜细谱卖污追招判餐逐恢拓闭迹赏味薛\
    沟渠草硬奖挑吴呈渐激假贫碳执业全经合增机设近目上创主化前外际注投检分反器度结消\
    据号社失式府论几队演供措配固族律证组员总站边告食党住响话织等究较医测减节入列值命\
    门息工需港查访识贸议严藏期取样讯指企断服身者汽销类系性仅片制产共提具算视负牌团\
    批网受观户限础司半护包境管确交印专电参险挥去八商办引认园价转手决份助养预字事抓\
    便得别做足核售快讲数率看模推没面未统链输州置头示口气播亿乡变务十火低互落术股责质\
    完打型排量动收整题集币署己绿难记直效愿形地案展扩担购情见支终想油导汇补联费\
    争况票轮促级考持场古装张下感跨攻势旅段划续央董额到李幕验神职游贷盖障围货略校态\
    众积带单出累走现充体获首速层试技规调破物紧药察控料接象澳资域线突报史色为当若之何可能如向与从以所而将使已越第届家年月日";

/// Function words, pronouns, measure words and what names of places and bodies end with: hardly ever part of a given name.
const NEVER: &str = "的了在是不这那我你他她它们着过把被及其也都就还又很最更对由于但或因此什么会要让给今昨说称该每各个位名只两哪谁吗呢吧啊呀嘛并且则却仍再曾随往某氏些等种次件条项款笔间座副村镇县市区厂店院馆局部省";

/// Characters that write down foreign sounds.
const SOUNDS: &str = "\
    斯尔克拉特德夫里阿马尼亚罗维卡姆布纳巴蒂奥普塔格雷米哈吉奇莱森伊诺贝瓦鲁萨约洛埃\
    托恩莫古弗曼兰沃塞伦勒伯希翰玛霍威迈穆杰帕图韦乔耶詹麦梅丽娜佩索朗库赫谢皮郎沙田\
    菲艾汀茨泽卢盖波野杜迪戈泰汉胡彼登扎什兹默芬凯廉莉劳奈卜桑舍娃福基";

/// Those of all transliterated names, Uygur, Kazakh and Tibetan ones too; they count only beside a dot.
const SOUNDS_BESIDE_DOT: &str = "吾素甫玉铁坤荪喀奴敏义汀来音朝额敦敖琴顺日其那斯尔克拉特德夫里阿马尼亚罗维科卡利西姆布纳巴蒂奥普塔格雷基安多米哈吉奇莱森伊诺贝瓦鲁萨约洛埃达托恩莫古弗曼兰沃塞伦勒伯希翰玛霍加内威迈穆杰林帕比博图韦乔大耶詹麦法山梅丽娜佩索文朗库赫谢皮郎沙费施田菲艾苏茨泽卢盖波野杜迪戈泰汉胡彼登海扎什史列得兹默芬切凯廉莉劳奈根卜易桑舍娃子门范丹王瑞生雅顿历摩因路提莎尤何松温妮梁保武潘昆查理乌佐邦太富南辛川贾齐士世水滕瑟本石冈汗逊隆季连肖华阔让热合买肉孜旦才珠央旺次措平江增孙衣木力依吐嘉丝黛琳琼妥夏洪龙柯蒙珍孟茜茵蕾薇贡菜唐葛肯宁狄雪露金劲哥桥坦伍麻可帝坎舒密坎佛芙蓓黑赛泊鲍贾昂柏璐洁英雨桂福欧冯邓彭庞珀卓恰丘若绍申朔陶翁欣芝祖瑙嫩涅努略芒缪奎荣茹腾";

/// Everyday words that write a sound inside such a name, between two others or before a dot: 阿布都拉, 买买提·阿不拉.
const INNER_SOUNDS: &str = "不都则乎如牙司毛再居";

/// Whether a character may write down a sound only inside a name with a dot.
pub(super) fn sounds_inside(character: char) -> bool {
    INNER_SOUNDS.contains(character)
}

/// A name that an everyday word begins.
pub(super) const SIMAYI: &str = "司马义";

/// What a character says for a given name, by where in it the character stands; in halves of a natural logarithm of the odds, fitted to news.
struct Class {
    characters: &'static str,
    /// The only character of the given name.
    single: i8,
    /// The first of two.
    first: i8,
    /// The second of two, who tells most: few words end with 华, 明, 军.
    second: i8,
}

const CLASSES: [Class; 5] = [
    Class { characters: NEVER, single: -7, first: -5, second: -5 },
    Class { characters: UNLIKELY, single: -4, first: -3, second: -1 },
    Class { characters: POSSIBLE, single: 0, first: 0, second: 2 },
    Class { characters: COMMON, single: 1, first: 2, second: 4 },
    Class { characters: TYPICAL, single: 3, first: 3, second: 7 },
];

/// A character that no class holds is rare.
const RARE: Class = Class { characters: "", single: 1, first: -1, second: 2 };

const FIRST: usize = 0x4E00;
const COUNT: usize = 0x51A6;

static PLACES: Lazy<Vec<u8>> = Lazy::new(|| {
    let mut places = vec![u8::MAX; COUNT];
    for (class, number) in CLASSES.iter().zip(0..) {
        for character in class.characters.chars() {
            if let Some(place) = (character as usize).checked_sub(FIRST).and_then(|at| places.get_mut(at)) {
                *place = number;
            }
        }
    }
    places
});

static SOUND: Lazy<Vec<u8>> = Lazy::new(|| {
    let mut sounds = vec![0; COUNT];
    for (characters, class) in [(SOUNDS_BESIDE_DOT, 1), (SOUNDS, 2)] {
        for character in characters.chars() {
            if let Some(place) = (character as usize).checked_sub(FIRST).and_then(|at| sounds.get_mut(at)) {
                *place = class;
            }
        }
    }
    sounds
});

/// The class of a character of a given name; nothing but Han characters can be in one.
#[inline]
fn class(character: char) -> Option<&'static Class> {
    let number = (character as usize).checked_sub(FIRST).and_then(|at| PLACES.get(at))?;
    Some(CLASSES.get(usize::from(*number)).unwrap_or(&RARE))
}

/// How much one character speaks for a given name of its own.
#[inline]
pub(super) fn single(character: char) -> Option<i32> {
    class(character).map(|class| i32::from(class.single))
}

/// How much two characters speak for a given name.
#[inline]
pub(super) fn double(first: char, second: char) -> Option<i32> {
    Some(i32::from(class(first)?.first) + i32::from(class(second)?.second))
}

/// Whether a character may write down a foreign sound.
pub(super) fn sounds(character: char, beside_dot: bool) -> bool {
    let class = (character as usize).checked_sub(FIRST).and_then(|at| SOUND.get(at)).copied().unwrap_or(0);
    class == 2 || (beside_dot && class == 1)
}

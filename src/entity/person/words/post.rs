//! Words of the posts that people hold.

use crate::word_table::Words;

/// Words of a title before the title proper that belong to the role.
pub(in crate::entity::person) static ROLE_OPENERS: Words<&str> = Words::of(&[
    "常务",
    "专职",
    "执行",
    "首席",
    "高级",
    "资深",
    "名誉",
    "荣誉",
    "联席",
    "兼职",
    "国家",
    "全球",
    "中国区",
    "大中华区",
    "亚太区",
    "区域",
    "大区",
    "第一",
    "助理",
    "副",
    "总",
    "代理",
    "联合",
    "行政",
    "技术",
    "销售",
    "市场",
    "运营",
    "财务",
    "项目",
    "生产",
    "招商",
]);

/// Organs of a zone, a town or a firm that open a title: the title keeps them (党工委委员、管委会副主任).
pub(in crate::entity::person) static ORGANS: Words<&str> =
    Words::of(&["管委会", "管理委员会", "党工委", "党委", "党组", "党支部", "党总支", "工委", "董事会", "监事会", "村委会"]);

/// The government of the area that the posts before it are of: 区委副书记、政府区长.
pub(in crate::entity::person) static GOVERNMENTS: Words<&str> = Words::of(&["人民政府", "政府"]);

/// Posts in such a government.
pub(in crate::entity::person) static SEATED_IN_GOVERNMENT: Words<&str> = Words::of(&[
    "市长",
    "县长",
    "区长",
    "旗长",
    "州长",
    "盟长",
    "省长",
    "主席",
    "副市长",
    "副县长",
    "副区长",
    "副旗长",
    "副州长",
    "副盟长",
    "副省长",
    "副主席",
    "代市长",
    "代县长",
    "代区长",
]);

/// Seats of the party that open a title and share their first word with the name of the place: 固安县委书记.
pub(in crate::entity::person) static SEATS: Words<&str> =
    Words::of(&["省委", "市委", "县委", "区委", "州委", "旗委", "盟委", "镇委", "乡党委", "镇党委"]);

/// Titles that no list of offices holds.
pub(in crate::entity::person) static LEADERS: Words<&str> =
    Words::of(&["市领导", "省领导", "区领导", "县领导", "州领导", "旗领导", "镇领导", "局领导", "校领导", "自治区领导", "州市领导"]);

/// Short words for offices after a surname: 王总.
pub(in crate::entity::person) static SHORT_TITLES: Words<&str> = Words::of(&[
    "总",
    "董",
    "局",
    "处",
    "工",
    "书记",
    "主任",
    "市长",
    "县长",
    "区长",
    "局长",
    "处长",
    "科长",
    "镇长",
    "院长",
    "校长",
    "经理",
    "先生",
    "女士",
    "老师",
    "教授",
    "院士",
    "小姐",
    "太太",
    "师傅",
    "同志",
    "部长",
    "厅长",
    "省长",
    "主席",
    "董事长",
    "总经理",
    "行长",
    "会长",
]);

/// Titles that stand for many people and introduce no name.
pub(in crate::entity::person) static CROWD: Words<&str> = Words::of(&[
    "居民",
    "市民",
    "村民",
    "农户",
    "职工",
    "员工",
    "工人",
    "客商",
    "外商",
    "投资商",
    "经销商",
    "代理商",
    "会员",
    "股东",
    "控股股东",
    "企业家",
    "工作人员",
    "嘉宾",
    "志愿者",
    "种植户",
    "养殖大户",
    "法人",
    "代表",
    "同志",
    "老板",
    "主办",
    "主管",
]);

/// What the departments of firms and projects are for, before 部.
pub(in crate::entity::person) static DEPARTMENTS: Words<&str> = Words::of(&[
    "工程",
    "生产",
    "市场",
    "销售",
    "营销",
    "研发",
    "技术",
    "采购",
    "质量",
    "品质",
    "人事",
    "人力资源",
    "财务",
    "行政",
    "项目",
    "安全",
    "安全环保",
    "设备",
    "物流",
    "综合",
    "综合管理",
    "运营",
    "品牌",
    "公关",
    "法务",
    "企划",
    "战略",
    "投资",
    "招商",
    "客服",
    "外联",
    "工艺",
    "机电",
    "经营",
    "合约",
    "物资",
]);

/// What may stand between a title and the name of its holder's house.
pub(in crate::entity::person) const BREAKERS: &str =
    "的了是由与和对向在为被将把让等及以从到至也都还又,，。、；;：:！!？?“”\"‘’《》〈〉\n\r\t 　—…|□◆■●▲△";

//! Nouns that news counts, to tell what a quantity is of.

use super::longest;
use crate::cursor::Cursor;
use crate::seek::{Characters, any};
use crate::word_table::{Words, words};

/// Sorted. Heads of noun phrases only: 高端企业 and 外资企业 are both 企业.
#[rustfmt::skip]
static NOUNS: Words<&str> = Words::of(&[
    "上市公司", "专利", "专卖店", "专家", "专班", "业务", "中心", "举措", "乘客", "乘用车", "乙烯", "乡镇", "事件",
    "事故", "事项", "二氧化碳", "产业", "产业园", "产业链", "产业集群", "产品", "产线", "产能", "产量", "人口", "人员",
    "人才", "仓储", "仓库", "代表", "代表团", "任务", "企业", "企业家", "优势", "伙伴", "会员", "会议", "传感器", "住宅",
    "住房", "作品", "供应商", "保税区", "债券", "停车位", "儿童", "充电桩", "光伏", "光伏组件", "党员", "党组织", "公交车",
    "公司", "公寓", "公路", "养殖场", "农场", "农户", "农民", "农田", "冰箱", "冷库", "出租车", "分会场", "分公司",
    "分支机构", "列车", "创业者", "制品", "制度", "办事处", "办法", "动力电池", "包裹", "化肥", "区县", "医生", "医疗器械",
    "医院", "协会", "协议", "单位", "博士", "卡车", "卫星", "厂房", "原油", "原煤", "厦", "县", "县市", "发明专利",
    "口岸", "口罩", "叶片", "合作伙伴", "合作社", "合同", "同志", "名牌", "员工", "品牌", "品种", "商会", "商品", "商品房",
    "商场", "商店", "商标", "嘉宾", "团队", "园", "园区", "国企", "国家", "国家和地区", "图书", "土地", "土方", "土石方",
    "地区", "地块", "地标", "垃圾", "型号", "城市", "基地", "基站", "基金", "塑料", "复合肥", "外企", "多晶硅", "大学",
    "大户", "大棚", "大楼", "大豆", "天然气", "央企", "奶牛", "妇女", "委员", "子公司", "子项目", "存款", "学校", "学生",
    "学者", "官兵", "实验室", "审批事项", "客商", "客户", "客机", "客车", "家具", "家庭", "家庭农场", "家电", "容量",
    "小区", "小巨人", "小组", "小麦", "就业岗位", "尿素", "层次", "居民", "居民家庭", "展会", "展位", "展品", "岗位",
    "岛屿", "工人", "工作组", "工厂", "工程", "市县", "市场", "布", "干部", "平台", "床位", "库容", "店铺", "废气",
    "废水", "建筑", "建议", "开发区", "志愿者", "快递", "总量", "意见", "成员", "成员国", "成果", "战士", "房屋", "手机",
    "技术", "护士", "报纸", "指标", "排放量", "措施", "提案", "摄像头", "摊位", "支部", "政策", "教师", "教授",
    "数据中心", "文件", "文物", "新技术", "新能源汽车", "方案", "方面", "旅客", "无人机", "景区", "景点", "晶圆", "服务",
    "服务器", "服装", "木材", "机器", "机器人", "机场", "机床", "机构", "机组", "机顶盒", "杂志", "村", "村庄", "村民",
    "条例", "林地", "标准", "标准煤", "标段", "树脂", "案件", "桥梁", "棉花", "森林", "楼房", "橡胶", "步骤", "比赛", "民营企业",
    "水产品", "水库", "水果", "水泥", "水稻", "污水", "汽车", "河流", "治理", "泊位", "法律", "法规", "洗衣机", "活动",
    "流程", "消费者", "渔船", "温室", "港口", "游客", "湖泊", "湿地", "演出", "火箭", "煤炭", "版本", "牛奶", "牛肉",
    "牧场", "特点", "特色", "独角兽", "猪肉", "玉米", "环境", "环节", "玻璃", "班列", "生产线", "生猪", "生铁", "用户",
    "用电量", "电影", "电池", "电池组", "电站", "电能", "电脑", "电视", "电视剧", "电量", "疫苗", "病例", "目标",
    "直升机", "省", "省份", "省市", "石油", "码头", "研究所", "研究生", "研究院", "硅", "磷石膏", "磷酸", "磷酸铁",
    "示范区", "社区", "种类", "空调", "站点", "等级", "管道", "类型", "粗钢", "粮食", "系列", "系统", "级别", "纱",
    "纸", "纸浆", "纺织品", "线索", "线路", "组件", "组织", "经销商", "综合保税区", "绿地", "绿电", "罐容", "网点", "羊",
    "羊肉", "群众", "老人", "老师", "老年人", "耕地", "职位", "职工", "聚丙烯", "聚乙烯", "聚集区", "肉牛", "肉类", "股东", "股份", "脱贫户",
    "航天器", "航线", "船只", "船舶", "良田", "节目", "芯片", "苹果", "茶叶", "草原", "药品", "药物", "营造林", "蔬菜",
    "行业", "街区", "街道", "装机", "装机容量", "装机量", "装置", "观众", "规划", "规定", "规模", "计划", "计算机",
    "订单", "议案", "记者", "论坛", "论文", "设备", "设施", "试验区", "课题", "负责人", "账户", "货物", "货车", "货轮",
    "贫困户", "贷款", "赛事", "超市", "车位", "车站", "车辆", "车间", "轮毂", "轮胎", "轮船", "轿车", "运动员", "选手",
    "道路", "部门", "酒店", "里程", "金属量", "钢材", "钢结构", "钴金属量", "铁路", "铜", "铜箔", "铝", "银行", "锂",
    "锂电池", "镇", "镍", "镍金属量", "长度", "门店", "问题", "队伍", "阶段", "院士", "隧道", "难题", "集团", "集成电路",
    "集群", "集聚区", "集装箱", "青年", "面积", "项目", "领域", "风机", "飞机", "饭店", "高校", "高速公路", "鱼", "鸡",
    "鸡蛋",
]);

/// How far behind a measure word the noun may stand, in characters.
const REACH: usize = 14;

/// Nouns that more often stand before the head of a phrase than are its head: 产业化龙头企业, 国家质检中心.
static MODIFIERS: Words<&str> = Words::of(&[
    "国家",
    "省",
    "市",
    "县",
    "产业",
    "产业链",
    "工程",
    "技术",
    "环境",
    "市场",
    "服务",
    "业务",
    "规模",
    "政策",
    "电池",
    "汽车",
    "乡镇",
    "行业",
    "新技术",
    "农民",
    "特色",
]);

/// What makes an attribute of a noun: 国家级, 产业化.
static ATTRIBUTIVE: &Characters = any!("级化性型类系式版内外间上");

/// Where things are made or kept, which a mass, a length or a power is not of: 10万吨磷酸铁|项目.
static WORKS: Words<&str> =
    Words::of(&["项目", "工程", "生产线", "产线", "基地", "产业园", "园区", "开发区", "工厂", "车间", "企业", "公司", "集团"]);

/// What a figure with a physical unit measures, behind byte `at`.
pub(crate) fn measured_after(text: &str, at: usize) -> Option<&str> {
    named_after(text, at, |noun| WORKS.hold(noun))
}

/// The counted noun behind byte `at`: the first known one that is no attribute, or the last of several in a row.
pub(crate) fn after(text: &str, at: usize) -> Option<&str> {
    named_after(text, at, |_| false)
}

/// The noun behind byte `at`, up to one that ends the search.
fn named_after(text: &str, at: usize, ends: impl Fn(&str) -> bool) -> Option<&str> {
    let mut cursor = Cursor::new(text, at);
    // 数百公里外的开发区: how far off it is
    if words!["外的", "以外的", "之外的", "开外的", "远的"].begin(cursor.rest()) {
        return None;
    }
    let mut found = None;
    let mut firm = false;
    for _ in 0..REACH {
        let Some(next) = cursor.peek() else { break };
        if let Some(noun) = longest(&NOUNS, cursor.rest()).copied() {
            // 10个项目|计划年内开工
            if ends(noun) || noun == "计划" && found.is_some() {
                break;
            }
            let begins = cursor.at() == at || found.is_some();
            cursor.eat(noun);
            // 铜 of 青铜峡 is no metal: a noun of one character stands at an edge
            if noun.chars().nth(1).is_none() && !begins && cursor.peek().is_some_and(char::is_alphabetic) {
                continue;
            }
            if !cursor.peek().is_some_and(|c| ATTRIBUTIVE.of(c)) {
                found = Some(noun);
                firm = !MODIFIERS.hold(noun);
            }
            continue;
        }
        if firm || !(next.is_alphabetic() || matches!(next, '“' | '”')) || next == '的' && cursor.at() == at {
            break;
        }
        cursor.bump();
    }
    found
}

/// The counted noun that ends right before byte `at`: 项目20个.
pub(crate) fn before(text: &str, at: usize) -> Option<&'static str> {
    let behind = Cursor::new(text, at).behind();
    // 企业计划突破1200家: behind another noun it is a verb.
    let planned = behind.strip_suffix("计划").and_then(|behind| NOUNS.longest_ending(behind));
    planned.or_else(|| NOUNS.longest_ending(behind)).copied()
}

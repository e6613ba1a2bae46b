//! Words that tell what a company does.

use crate::entity::edge;
use crate::lexicon::{Entry, Hit};
use crate::word_index::WordIndex;
use once_cell::sync::Lazy;

/// Trades that the lexicon of listed companies does not show, from everyday registers of firms: longer ones are made of them.
const MORE: &str = "
化合物 生化 米业 光纤 光缆 硅材料 光能 智联 智控 财富 工贸 机车 伺服 锂能 钠能 氨纶 芳纶 锦纶 涤纶 腈纶 丙纶 维纶 信创 数字 航材 LED 新材 复材 玻纤 综合开发 长途 特种 律师 会计师 冷库 饭店 宾馆 酒楼 农场 超市连锁 经贸 摩托车 修理 维修 乐器 图书 门窗 清洗 冷冻 加工 批发 零售 印业 零件 演出 搬家 煤气 供水 供热 供电 调味品 家纺 日化用品 管道 支架 箱包 画册 品牌管理 展示 展览展示 种养 种植 农副产品 汽车用品 体育用品 医疗用品 办公用品 电动工具 成套设备 国有资产 艺术 生活用品 棉被 水泥 河沙 建筑设备 塑钢 五金机电 网络信息 技术咨询 工程咨询 工程技术 咨询服务 综合服务 投资咨询 金融服务 信息咨询 商务咨询 教育咨询 企业咨询 
工程局 孵化器 加速器 氢能 绿能 算力 智算 康养 乳品 牛业 羊业 驼业 枸杞 藏药 藏医药 青稞 牦牛 矿泉水 盐化 碱业 光热 硅料 硅片 多晶硅
羊绒 毛纺 科技 技术 电子 材料 新材料 信息 能源 新能源 智能 智造 制造 生物 医药 药业 制药 医疗 器械 化工 化学 机械 机电 电气 电器 电力 装备 设备 仪器 仪表 光电 光伏 光学 半导体 微电子 芯片 集成电路 通信 通讯 软件 网络 数据 数科 云计算 互联网 物联网 传媒 文化 影视 娱乐 体育 旅游 文旅 酒店 餐饮 食品 饮料 乳业 酒业 面业 粮油 粮业 农业 农牧 牧业 种业 林业 渔业 水产 木业 纸业 铝业 铜业 钢铁 钢业 特钢 钢管 钢构 矿业 煤业 煤炭 煤电 锌业 钛业 钼业 钨业 锂业 锂电 稀土 有色 金属 合金 冶金 建材 水泥 玻璃 陶瓷 石材 管业 门业 窗业 家居 家具 家电 家用电器 照明 灯饰 服装 服饰 制衣 纺织 印染 化纤 纤维 鞋业 皮革 珠宝 黄金 钟表 眼镜 玩具 文具 日化 化妆品 洗涤 包装 印刷 印务 塑料 塑胶 塑业 橡胶 橡塑 轮胎 模具 模塑 轴承 齿轮 阀门 泵业 电机 电缆 线缆 电源 电池 储能 风电 水电 火电 核电 热电 热力 燃气 石油 石化 油气 天然气 环保 环境 生态 水务 节能 园林 景观 绿化 建设 建筑 建工 建安 路桥 市政 工程 装饰 装潢 设计 规划 勘察 监理 测绘 检测 认证 咨询 顾问 策划 广告 传播 营销 销售 贸易 商贸 外贸 进出口 电商 电子商务 跨境电商 供应链 物流 快递 快运 货运 客运 运输 航运 海运 航空 航天 铁路 地铁 轨道交通 港口 港务 机场 仓储 冷链 船舶 造船 重工 重型 重汽 汽车 汽配 汽车零部件 零部件 车业 车辆 客车 摩托 电动车 自动化 机器人 无人机 数控 机床 激光 传感 测控 控制 地产 房地产 置业 物业 房产 开发 投资 创投 资本 资产 管理 基金 信托 期货 证券 保险 人寿 财险 财产保险 人寿保险 金融 融资 租赁 融资租赁 担保 典当 拍卖 支付 教育 培训 人力资源 劳务 家政 保安 安保 健康 养老 医学 基因 疫苗 诊断 保健品 中药 茶业 糖业 盐业 油脂 饲料 肥业 化肥 农化 农资 农机 百货 超市 连锁 零售 商业 商务 实业 产业 工业 企业 企业管理 健康管理 资产管理 投资管理 工程管理 供应链管理 物业管理 酒店管理 发展 集成 系统 服务 技术服务 信息技术 网络科技 用品 制品 器材 配件 五金 工具 电工 电子科技 空间 会展 展览 文创 动漫 游戏 数码 电脑 计算机 视讯 安防 消防 卫浴 厨具 空调 制冷 压缩机 锅炉 电梯 起重 液压 精密 精工 铸造 锻造 热处理 表面处理 环境科技 节能科技 复合材料 碳纤维 高分子 薄膜 涂料 油漆 树脂 香料 试剂 气体 水产养殖 养殖 畜牧 畜禽 禽业 肉业 蔬菜 果业 花卉 苗木 置地 城建 城投 交投 建投 国投 产投 文投 农投 水投 能投 旅投 金控 国资 建科 特种塑料 改性塑料 工程塑料 开关 电路 显示 面板 模组 触控 车轮 轮毂 钴业 镍业 镁业 硅业 磁业 磁材 粉体 磨料 耐火材料 膜业 彩印 医材 口腔 眼科 血液制品 生物科技 生物技术 智能科技 智能制造 智能装备 装备制造 机械制造 数字科技 信息科技 文化传媒 文化传播 国际贸易 建筑工程 建设工程 建筑安装 安装 装修 土石方 地基 基础设施 爆破 防水 保温 幕墙 钢结构 混凝土 预制 砂石 置换 二手车 汽车销售 汽车服务 汽车租赁 婚庆 摄影 美容 美发 足浴 健身 影城 院线 票务 旅行社 国旅 温室 大棚 设施 跑道 秘书 代理 财务 税务 知识产权 商标 翻译 速递 搬家 清洁 保洁 回收 再生资源 废旧物资 物资 
";

static TRADES: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(MORE));
/// The same by their last characters.
static TRADES_BEHIND: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::by_ending(MORE.split_whitespace().map(|word| (word, ()))));

/// A trade word has no more characters than these.
const LONGEST: usize = 8;

/// More trade words than these stand in no name: 新能源汽车电子科技发展 has five.
const LONGEST_CHAIN: usize = 12;

/// Start of the chain of trade words that ends at byte `end`, not before `floor`; `end` itself where there is none.
pub(crate) fn chain_before(text: &str, hits: &[Hit<'_>], floor: usize, end: usize) -> usize {
    let mut at = end;
    for _ in 0..LONGEST_CHAIN {
        match one_before(text, hits, floor, at) {
            Some(from) => at = from,
            None => break,
        }
    }
    at
}

/// Start of the longest trade word that ends at byte `end`.
pub(crate) fn one_before(text: &str, hits: &[Hit<'_>], floor: usize, end: usize) -> Option<usize> {
    let behind = text.get(floor..end)?;
    let furthest = floor + behind.char_indices().rev().nth(LONGEST - 1).map_or(0, |(from, _)| from);
    let more = TRADES_BEHIND.ending(behind).map(|(word, _)| end - word.len()).find(|from| *from >= furthest);
    // The first that ends here is the longest.
    let listed = edge::within(hits, furthest, end).find(|hit| hit.span.end == end && matches!(hit.entry, Entry::CompanyWord));
    let listed = listed.map(|hit| hit.span.start).filter(|from| text.get(*from..end).is_some_and(|word| word.chars().nth(1).is_some()));
    more.into_iter().chain(listed).min()
}

/// Whether the word is a trade.
pub(crate) fn is_trade(word: &str) -> bool {
    TRADES.hold(word)
}

/// Whether no trade word begins what follows a name.
pub(crate) fn is_trade_free(after: &str) -> bool {
    TRADES.beginning(after).next().is_none()
}

/// Length of the longest trade word that starts at byte `at`.
pub(crate) fn longest_at(text: &str, hits: &[Hit<'_>], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let ends = rest.char_indices().take(8).skip(1).map(|(end, c)| end + c.len_utf8());
    let listed = ends.filter(|end| rest.get(..*end).is_some_and(|word| TRADES.hold(word))).max();
    let known = edge::starting_at(hits, at, text.len()).filter(|hit| matches!(hit.entry, Entry::CompanyWord)).map(|hit| hit.span.len()).max();
    listed.max(known)
}

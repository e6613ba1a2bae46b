//! Companies that news calls by a name without any ending: from the lexicon of listed companies, and from general knowledge.

use super::{Found, trade};
use crate::context::Context;
use crate::entity::edge;
use crate::lexicon::{Entry, Hit};
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use once_cell::sync::Lazy;

/// Names that mean the firm wherever they stand.
const FIRMS: &str = "
KKR TPG GIC IDG资本 红杉中国 高瓴 高瓴资本 高瓴创投 启明创投 经纬创投 经纬中国 深创投 今日资本 鼎晖投资 鼎晖资本 弘毅投资 厚朴投资 中金资本 君联资本 真格基金 金沙江创投 五源资本 源码资本 顺为资本 华平投资 贝恩资本 春华资本 博裕资本 云锋基金 礼来亚洲基金 国投创新 国投创业 达晨财智 东方富海 同创伟业 毅达资本 元禾控股 元禾原点 中科创星 高榕资本 高榕创投 纪源资本 光速中国 光速光合 北极光创投 蓝驰创投 松禾资本 临港科创投 张江科投 上海科创 国开金融 国新基金 中海壳牌 中国矿产 中矿集团 九号公司 奥的斯 欧加隆 英美资源 英美资源集团 SMC 安川首钢 斯伦贝谢 日邮物流 日本邮船 迅达电梯 通力电梯 开利空调 费斯托 智奥会展
Burberry Gucci Prada Chanel Dior Cartier Tiffany Tesla Google Microsoft Samsung Toyota Siemens Bosch Philips Airbus Boeing 
英力士 亨斯迈 帝斯曼 塞拉尼斯 伊士曼 亚什兰 艺康 庄信万丰 优美科 PPG SEW 宣伟 立邦 威伯科 克诺尔 德玛吉 山特维克 斯凯孚 铁姆肯 康明斯 珀金斯 道依茨 格兰富 凯士比 滨特尔 岛津 安捷伦 珀金埃尔默 沃特世 赛多利斯 龙沙 因美纳 贝克曼 施乐辉 捷迈邦美 爱尔康 依视路 奥林巴斯 富士胶片 柯尼卡美能达 罗门哈斯 赫力昂 瑞声科技 汉特曼 韩泰 锦湖轮胎 现代威亚 斯堪尼亚 依维柯 沙伯基础 赢创工业 科莱恩 海瑞恩 东洋纺 三井金属 日东电工 住友电工 泰科电子 莫仕 安费诺 德尔福 伟创力 捷普 纬创资通 英业达 欣旺达动力 宁德新能源 华能 
都乐 费列罗 雅诗兰黛 安迪苏 卡赫 史赛克 波士顿科学 碧迪 费森尤斯 汉高 阿克苏诺贝尔 利安德巴塞尔 索尔维 阿科玛 信越化学 旭化成 住友化学 三井化学 三菱化学 村田制作所 京瓷 欧姆龙 基恩士 安川电机 川崎重工 日立建机 久保田 约翰迪尔 利勃海尔 海德汉 蔡司 嘉实多 美孚 现代摩比斯 韩华 SK集团 SK创新 LG新能源 三星SDI 三星电机 爱茉莉太平洋 希杰 新罗免税 拉加代尔 历峰 开云集团 LVMH 博柏利 施华洛世奇 斯沃琪 泰佩思琦 迅销 迅销集团 宜得利 永旺 丰益国际 科迪华 利洁时 高露洁 金佰利 菲仕兰 恒天然 美赞臣 惠氏 澳优 AMD Micron Intel NVIDIA OpenAI 红帽 思爱普 西门子能源 罗克韦尔 罗克韦尔自动化 江森自控 蒂森克虏伯 博格华纳 安波福 海斯坦普 本特勒 伟巴斯特 敏实集团 赛峰 赛峰集团 维斯塔斯 丹佛斯 歌美飒 瓦锡兰 沃旭能源 法电 BYD CATL 
大庆油田 胜利油田 华北油田 长庆油田 塔里木油田 辽河油田 吉林油田 大港油田 冀东油田 青海油田 新疆油田 玉门油田 吐哈油田 中原油田 江汉油田 河南油田 西南油气田 西北油田 
保利协鑫 中国北车 中国南车 北车集团 南车集团 一汽解放 一汽奔腾 一汽红旗 一汽轿车 一汽富维 一汽富奥 一汽吉林 吉化 吉林石化 吉林化纤 吉林敖东 中车长客 长客股份 通化东宝 上汽通用五菱 长安福特 长安马自达 东风本田 东风标致 东风雪铁龙 神龙汽车 北京现代 悦达起亚 江淮大众 大众安徽 智己汽车 飞凡汽车 阿维塔 深蓝汽车 极越 北汽新能源 北京汽车 敬业集团 津西钢铁 晨阳水漆 以岭药业 神威药业 石家庄四药 承德露露 英利集团 乐凯 中国乐凯 天威保变 冀中能源 开滦集团 唐钢 邯钢 唐山三友 新兴铸管 立中集团 中信戴卡 河北建投 新天绿能 河北港口集团 冀东水泥 金隅 金隅集团 金隅冀东 首农 首农集团 首旅集团 首开集团 首创集团 首钢京唐 京能集团 北控 北控集团 北控水务 北京城建 北京建工 北京住总 双鹤药业 华润双鹤 石头科技 智谱AI 月之暗面 MiniMax 零一万物 面壁智能 宇树科技 银河通用 百川智能 阶跃星辰 
上港集团 上药集团 隧道股份 锦江国际 临港集团 张江集团 上实集团 申通地铁 百联集团 老凤祥 积塔半导体 沪硅产业 格科微 中微半导体 澜起科技 豪威 上海微电子 高桥石化 上海石化 春秋集团 华域汽车 延锋汽车 天津港集团 渤化集团 天士力 飞腾公司 麒麟软件 海光信息 云账户 桂发祥 达仁堂 津药集团 友发集团 荣程集团 荣程钢铁 新天钢 凯莱英 海油工程 中海油服 博迈科 力神电池 天津力神 
盐湖股份 盐湖集团 西部矿业集团 西宁特钢 黄河水电 中复神鹰 丽豪 丽豪半导体 椰树集团 椰树 海南橡胶 海垦集团 海南农垦 海南控股 海发控 中免 中免集团 中国中免 洋浦国投 逸盛石化 海南炼化 金海浆纸 贵州磷化 磷化集团 贵州轮胎 中国振华 振华新材 益佰制药 神奇制药 信邦制药 贵州百灵 首钢水钢 水钢 盘江煤电 盘江股份 乌江能源 乌江水电 茅台酒厂 国台酒业 钓鱼台酒业 金沙酒业 贵绳 满帮集团 易鲸捷 白山云 
特变电工 新特能源 天业集团 中泰集团 中泰化学 八一钢铁 广汇集团 广汇能源 美克集团 天润乳业 新疆众和 国投罗钾 罗钾公司 独山子石化 塔河炼化 克拉玛依石化 乌鲁木齐石化 宝丰集团 共享集团 天元锰业 百瑞源 神华宁煤 国能宁煤 国家能源宁煤 宁夏煤业 西鸽酒庄 鄂尔多斯电力冶金 伊东集团 伊泰集团 汇能集团 蒙泰集团 君正集团 亿利集团 亿利洁能 亿利资源集团 东方希望 东方希望集团 包钢集团 包钢股份 北方稀土 北重集团 内蒙古一机 一机集团 北奔 北奔重汽 TCL中环 TCL科技 TCL华星 TCL实业 欧晶科技 蒙能集团 蒙草 优然牧业 现代牧业 中国圣牧 金河生物 梅花生物 阜丰 阜丰集团 久泰 久泰集团 中煤能源 中天合创 中盐集团 北元集团 西藏天路 华新水泥 藏格矿业 奇正藏药 甘露藏药 
拓邦 汇川技术 埃斯顿 埃夫特 新松机器人 海康威视 大华股份 宇视科技 用友网络 中软国际 东软 东软集团 亚信科技 神州泰岳 太极股份 京东云 腾讯云 百度云 天翼云 移动云 联通数科 浪潮集团 浪潮云 同盾科技 科蓝软件 恒生电子 安恒信息 奇安信 启明星辰 绿盟科技 深信服 360集团 三六零 海天味业 恒顺醋业 李锦记 老恒和 思念食品 三全食品 安井食品 绝味食品 周黑鸭 良品铺子 三只松鼠 百草味 洽洽 盼盼食品 徐福记 东鹏饮料 元气森林 百岁山 华彬集团 加多宝 中粮可口可乐 统一食品 认养一头牛 妙可蓝多 新乳业 骑士乳业 大北农 通威集团 唐人神 双胞胎集团 正大集团 圣农 立华股份 丰原集团 荃银高科 隆平高科 登海种业 德康集团 特驱集团 铁骑力士 
大窑饮品 百利食品 锅圈食汇 霸王茶姬 茶百道 古茗 沪上阿姨 书亦烧仙草 库迪 库迪咖啡 Manner 泡泡玛特 孩子王 爱婴室 叮咚买菜 朴朴超市 山姆会员店 胖东来 步步高商业 京东七鲜 美团优选 多多买菜 货拉拉 曹操出行 T3出行 如祺出行 哈啰 哈啰出行 青桔 达达集团 京喜 极兔速递 壹米滴答 安能物流 跨越速运 日日顺 顺丰航空 中州航空 天津航空 首都航空 祥鹏航空 西部航空 深圳航空 山东航空 成都航空 长龙航空 奥凯航空 联合航空 龙江航空 多彩贵州航空 
国药控股 华润医药 上海莱士 天坛生物 泰邦生物 博雅生物 长春高新 金赛药业 百克生物 迪安诊断 金域医学 达安基因 艾迪康 泰格医药 康龙化成 凯赛生物 华熙生物 爱美客 贝泰妮 珀莱雅 上海家化 伽蓝集团 百雀羚 薇诺娜 鱼跃医疗 乐普医疗 威高 威高集团 新华医疗 步长制药 太极集团 葵花药业 江中药业 济川药业 康恩贝 丽珠 丽珠集团 健康元 人福医药 信立泰 华东医药 海正药业 科伦药业 罗欣药业 绿叶制药 先声药业 豪森药业 东阳光 东阳光药 再鼎医药 和黄医药 荣昌生物 诺诚健华 泽璟制药 三生制药 康方生物 亚盛医药 
航天科工 中国航发 协鑫 协鑫科技 瑞浦兰钧 东方电气 哈电集团 上海电气 大全能源 亚洲硅业 宝丰能源 桐昆 信发集团 南山铝业 今麦郎 修正药业 华北制药 歌尔 惠科 优必选 库卡 发那科 旗滨 普洛斯 万纬 联邦快递 开市客 红星美凯龙 科思创 赢创 朗盛 小马智行 文远知行 商汤 第四范式 摩尔线程 壁仞科技 一汽-大众 一汽—大众 沐曦 燧原科技 紫光展锐 昆仑芯 沃飞长空 星际荣耀 长光卫星 云上贵州 满帮 货车帮 老干妈 瓮福 瓮福集团 开磷 裕能 西部矿业 紫金矿业 洛阳钼业 江西铜业 铜陵有色 天山铝业 三峡新能源 延长石油 陕煤 陕煤集团 鄂尔多斯集团 晶科 晶澳 钧达 弘元 通威 隆基 福耀 新奥 魏桥 温氏 金蝶 石药 恒瑞 复星 盛虹 习酒 爱旭 伊泰
中国节能 中咨公司 中国诚通 中国国新 通用技术集团 中国煤科 中国中煤 中煤集团 新兴际华 中国盐业 中国中检 港中旅 香港中旅 中旅集团 中国电气装备 国投集团 国投公司 中国建科 中国有研 矿冶集团 中国西电 中国通号 中国航信 中国航油 中国航材 中国安能 中国融通 中国一重 东方电气集团 国机集团 中国钢研 中国远洋海运 中航集团 东航集团 南航集团 中国东航 中国南航 中国兵装 兵器装备集团 中国信科 中国华录 华录集团 南光集团 国铁集团 中国绿发 葛洲坝集团 中国信达 中国华融 中集集团 中国化学工程 中国数联物流
中化学 中国电子 华为 华为云 超聚变 中兴通讯 腾讯 阿里巴巴 阿里云 阿里健康 蚂蚁集团 蚂蚁金服 支付宝 天猫 天猫国际 淘宝 菜鸟网络 京东 京东方 京东物流 京东健康 百度 字节跳动 抖音 小红书 饿了么 美团 拼多多 今日头条 滴滴出行 滴滴 携程 去哪儿 同程旅行 飞猪 哔哩哔哩 知乎 新浪 新浪网 新浪微博 新浪乐居 搜狐 网易 搜狗 奇虎360 金山软件 金山办公 科大讯飞 商汤科技 旷视科技 依图科技 云从科技 寒武纪 地平线机器人 大疆 大疆创新 小鹏汽车 蔚来 蔚来汽车 理想汽车 零跑汽车 哪吒汽车 威马汽车 极氪 岚图 赛力斯 比亚迪 宁德时代 蜂巢能源 国轩高科 中创新航 亿纬锂能 欣旺达 孚能科技 远景能源 远景动力 金风科技 明阳智能 隆基绿能 通威股份 晶科能源 天合光能 晶澳科技 阿特斯 协鑫集团 阳光电源 正泰 德力西 
中国石油 中石油 中国石化 中石化 中国海油 中海油 国家电网 南方电网 中国华能 华能集团 中国大唐 大唐集团 中国华电 华电集团 国家电投 国电投 中电投 国家能源集团 三峡集团 中国三峡集团 中核集团 中国核电 中广核 中国广核 中国移动 中国电信 中国联通 中国铁塔 中国星网 中国电科 中国航天科技 中国航天科工 航天科技集团 航天科工集团 中国航空工业 中航工业 中国商飞 中国船舶 中船集团 中国兵器 兵器工业集团 中国建筑 中建集团 中国中铁 中国铁建 中铁建 中国交建 中交集团 中国中车 中车 中国电建 中国能建 中国中冶 中国化学 中国建材 中国有色 中国铝业 中铝集团 中国五矿 中国宝武 宝武集团 鞍钢 鞍钢集团 首钢 首钢集团 河钢 沙钢 本钢 包钢 武钢 宝钢 太钢 马钢 攀钢 酒钢 中粮 中粮集团 中储粮 中国中化 中化集团 中国化工 中国医药集团 国药 国药集团 华润 华润集团 招商局集团 中信集团 光大集团 保利集团 中国保利 中林集团 中国一汽 一汽 一汽集团 一汽大众 一汽丰田 东风汽车 东风集团 东风日产 上汽 上汽集团 上汽通用 上汽大众 上汽大通 长安汽车 广汽 广汽集团 广汽本田 广汽丰田 广汽埃安 北汽 北汽集团 北汽福田 北京奔驰 华晨宝马 吉利 吉利汽车 吉利控股 奇瑞 奇瑞汽车 长城汽车 江淮汽车 江铃汽车 宇通客车 金龙客车 中国重汽 陕汽 潍柴 潍柴动力 玉柴 三一重工 三一集团 徐工 徐工集团 中联重科 柳工 山推 
格力 格力电器 美的集团 海尔 海尔智家 海信 海信集团 创维 康佳 长虹 四川长虹 TCL 小天鹅 苏宁 苏宁易购 苏宁电器 国美 国美电器 联想集团 浪潮信息 曙光信息 中科曙光 紫光集团 紫光股份 同方股份 中芯国际 华虹半导体 长江存储 长鑫存储 韦尔股份 兆易创新 北方华创 中微公司 立讯精密 歌尔股份 蓝思科技 富士康 鸿海 鸿海精密 台积电 联发科 日月光 和硕 广达 仁宝 纬创 华硕 宏碁 OPPO vivo 小米集团 小米科技 小米汽车 荣耀终端 传音 魅族 锤子科技 万科 恒大 恒大集团 碧桂园 融创 融创中国 保利地产 保利发展 龙湖集团 龙湖地产 绿地集团 绿城中国 绿城 金地集团 招商蛇口 华润置地 华侨城 万达 万达集团 世茂 远洋地产 远洋集团 雅居乐 富力地产 SOHO中国 新城控股 旭辉 阳光城 金茂 中海地产 链家 贝壳找房 我爱我家 中原地产 中大恒基 伟业顾问 戴德梁行 仲量联行 世邦魏理仕 第一太平戴维斯 高力国际 
顺丰 顺丰速运 圆通 圆通速递 中通快递 申通快递 韵达 韵达股份 极兔 德邦快递 中国邮政 中远海运 中远集团 中远 招商轮船 中国国航 国航 东航 东方航空 南航 南方航空 海航 海航集团 海南航空 春秋航空 吉祥航空 厦门航空 四川航空 国泰航空 新加坡航空 全日空 汉莎航空 阿联酋航空 美联航 达美航空 马士基 地中海航运 达飞海运 长荣海运 中外运 
茅台集团 贵州茅台 五粮液 泸州老窖 洋河股份 伊利 伊利集团 蒙牛 蒙牛乳业 光明乳业 君乐宝 飞鹤 三元食品 双汇 双汇发展 雨润 新希望集团 温氏股份 牧原 牧原股份 正邦科技 海大集团 金龙鱼 益海嘉里 鲁花 福临门 农夫山泉 娃哈哈 康师傅 统一企业 旺旺 达利食品 青岛啤酒 雪花啤酒 燕京啤酒 百威英博 海底捞 百胜中国 肯德基 麦当劳 星巴克 瑞幸 瑞幸咖啡 必胜客 汉堡王 喜茶 奈雪的茶 蜜雪冰城 永辉超市 盒马 大润发 家乐福 沃尔玛 麦德龙 好市多 欧尚 华联超市 物美 屈臣氏 名创优品 安踏 李宁 特步 361度 鸿星尔克 波司登 海澜之家 雅戈尔 耐克 阿迪达斯 优衣库 ZARA 
恒瑞医药 药明康德 药明生物 百济神州 信达生物 君实生物 复星医药 复星国际 复星集团 石药集团 齐鲁制药 扬子江药业 正大天晴 科兴 科兴生物 康希诺 智飞生物 沃森生物 云南白药 同仁堂 片仔癀 华大基因 迈瑞医疗 联影医疗 微创医疗 爱尔眼科 通策医疗 九州通 上海医药 辉瑞 默沙东 默克 诺华 罗氏 阿斯利康 葛兰素史克 赛诺菲 拜耳 强生 礼来 百时美施贵宝 艾伯维 安进 吉利德 诺和诺德 武田制药 勃林格殷格翰 莫德纳 美敦力 雅培 赛默飞 丹纳赫 西门子 西门子医疗 GE医疗 飞利浦 
工商银行 农业银行 建设银行 交通银行 招商银行 中信银行 光大银行 民生银行 浦发银行 兴业银行 平安银行 广发银行 华夏银行 浙商银行 恒丰银行 渤海银行 邮储银行 国家开发银行 国开行 进出口银行 农发行 农业发展银行 工行 农行 建行 交行 中行 招行 浦发 兴业银行 邮储 中信建投 中金公司 中信证券 海通证券 国泰君安 华泰证券 广发证券 招商证券 申万宏源 国信证券 银河证券 光大证券 东方财富 中国人寿 中国平安 平安集团 中国人保 人保财险 中国太保 太平洋保险 新华保险 泰康保险 泰康人寿 中国太平 阳光保险 友邦保险 安邦保险 众安在线 易方达基金 华夏基金 嘉实基金 南方基金 博时基金 广发基金 汇添富基金 富国基金 中国银联 银联 微众银行 网商银行 陆金所 宜信 汇丰 汇丰银行 花旗 花旗银行 花旗集团 渣打 渣打银行 恒生银行 东亚银行 星展银行 永隆银行 摩根大通 摩根士丹利 高盛 高盛集团 美银美林 美林证券 雷曼兄弟 瑞银 瑞银集团 瑞信 瑞士信贷 德意志银行 德银 法国巴黎银行 法国兴业银行 巴克莱 巴克莱银行 野村证券 三菱日联 三井住友 瑞穗银行 富国银行 贝莱德 黑石集团 黑石 凯雷 凯雷投资 红杉资本 软银 软银集团 淡马锡 伯克希尔 标准普尔 标普 穆迪 惠誉 安永 普华永道 毕马威 德勤 麦肯锡 埃森哲 
特斯拉 宝马 奔驰 梅赛德斯奔驰 戴姆勒 奥迪 保时捷 大众汽车 丰田 丰田汽车 本田 本田汽车 日产汽车 马自达 三菱重工 三菱电机 三菱商事 三菱汽车 三井物产 伊藤忠 丸红 住友商事 铃木汽车 斯巴鲁 雷克萨斯 英菲尼迪 现代汽车 起亚 福特 福特汽车 通用汽车 克莱斯勒 菲亚特 雪佛兰 凯迪拉克 别克汽车 标致雪铁龙 标致 雷诺 沃尔沃 路虎 捷豹 捷豹路虎 法拉利 兰博基尼 玛莎拉蒂 劳斯莱斯 宾利 博世 大陆集团 采埃孚 麦格纳 佛吉亚 法雷奥 舍弗勒 米其林 普利司通 固特异 倍耐力 电装 爱信 曼胡默尔 
苹果公司 谷歌 微软 亚马逊 脸书 脸谱 推特 奈飞 英特尔 英伟达 高通 博通 德州仪器 美光 美光科技 超威半导体 甲骨文 思科 惠普 戴尔 雅虎 易趣 eBay IBM SAP 优步 爱彼迎 贝宝 领英 三星 三星电子 三星集团 SK海力士 LG LG电子 LG化学 索尼 松下 东芝 日立 夏普 佳能 尼康 富士通 NEC 任天堂 世嘉 动视暴雪 育碧 诺基亚 爱立信 摩托罗拉 黑莓 阿斯麦 英飞凌 意法半导体 恩智浦 瑞萨 ABB 施耐德 施耐德电气 霍尼韦尔 艾默生 通用电气 卡特彼勒 小松 波音 空客 空中客车 庞巴迪 巴西航空工业 洛克希德马丁 罗尔斯罗伊斯 3M 杜邦 陶氏 陶氏化学 巴斯夫 埃克森美孚 壳牌 英国石油 道达尔 雪佛龙 沙特阿美 沙特基础工业 俄罗斯天然气工业 力拓 必和必拓 淡水河谷 嘉能可 安赛乐米塔尔 浦项制铁 浦项 新日铁 林德 液化空气 圣戈班 康宁 宝洁 联合利华 欧莱雅 雀巢 达能 百事 百事可乐 可口可乐 玛氏 亿滋 卡夫 嘉吉 邦吉 路易达孚 孟山都 先正达 利乐 宜家 乐高 迪士尼 环球影业 华纳兄弟 时代华纳 派拉蒙 耐克公司 路易威登 爱马仕 香奈儿 资生堂 古驰 蒂芙尼 
盛大网络 盛大游戏 巨大网络 巨人网络 完美世界 九城 第九城市 金山 久游 网龙 空中网 蓝港 昆仑万维 三七互娱 米哈游 莉莉丝 当当网 当当 卓越网 唯品会 聚美优品 凡客诚品 优酷 土豆网 爱奇艺 乐视 乐视网 暴风科技 猎豹移动 人人网 开心网 58同城 赶集网 搜房网 房天下 安居客 汽车之家 易车网 前程无忧 智联招聘 新东方 学而思 俞敏洪新东方 猿辅导 作业帮 分众传媒 华谊兄弟 博纳影业 光线传媒 万达影业 中影集团 橙天嘉禾 英皇娱乐 滚石唱片 环球唱片 百代唱片 
深发展 深圳发展银行 广发行 上海银行 立博 威廉希尔 必发 bet365 Bet365 Visa VISA visa 万事达 万事达卡 携程旅行网 久游网 易居 易居中国 招商地产 中信地产 世茂房地产 佳士得 苏富比 嘉德 保利拍卖 皇家邮政 环宇电影 中节能 和记黄埔 长江实业 新鸿基地产 新世界发展 恒基兆业 九龙仓 太古集团 太古地产 怡和集团 周大福 中电控股 港铁 港交所上市公司 金沙集团 永利 美高梅 安利 如新 雅芳 玫琳凯 
";

/// Names that are everyday words too: a company only beside words that show it.
const SHARED: &str = "
中通 闪送 罗森 中环 中泰 国投 红旗 奔腾 五菱 问界 小鹏 哪吒 零跑 广汇 中盐 益海 信达 均胜 申通 海康 以岭 大窑 红牛 国台 科伦 珍酒 王老吉 怡宝 敏实 特变 养元 三一 大全 远景 中核 中铝 中煤 天合 双良 高景 晶盛 君正 亿利 曙光 紫光 神火 龙芯 延锋 海拉 新松 德邦 建龙 用友 润阳 迈为 华虹
明治 国能 奔驰 华电 大唐 国电 日产 快手 浪潮 畅游 暴雪 喜马拉雅 好未来 豆瓣 苹果 小米 大众 通用 现代 联想 长城 长安 统一 光明 三元 美的 荣耀 方正 海马 东风 江铃 众泰 九阳 太阳神 脉动 阿里 菜鸟 蚂蚁 飞猪 理想 极星 金山 绿地 龙湖 招商局 华夏 民生 兴业 平安 人保 太平 交通 光大 建发 中信 保利 新希望 茅台 双星 长虹 飞鹤 永辉 物美 优酷 土豆 星展 永隆 别克 标致 路虎 起亚 铃木 三菱 住友 友邦 安邦 太古 怡和 和黄 长实 新地 标普 甲骨文 高通 推特 亚马逊 安利 电装 小松 力拓 林德 康宁 
";

/// Names made of two common words: 中国电子|政务论坛, 中国建筑|学会 speak of no firm.
static COMMON_PAIRS: Words<&str> = Words::of(&["中国电子", "中国建筑", "中国矿产"]);

/// Words after a shared name that show a company.
static SHOWS: Words<&str> = Words::of(&[
    "公司",
    "集团",
    "汽车",
    "手机",
    "电脑",
    "银行",
    "总裁",
    "CEO",
    "董事长",
    "董事局",
    "创始人",
    "高管",
    "股价",
    "旗下",
    "宣布",
    "推出",
    "发布",
    "总部",
    "官方",
    "专卖店",
    "旗舰店",
    "经销商",
    "供应商",
    "代工",
    "财报",
    "市值",
    "等企业",
    "等公司",
    "等巨头",
    "等车企",
    "等厂商",
    "副总裁",
    "首席",
    "股东",
    "车型",
    "中国区",
    "车主",
    "娱乐",
]);

/// Trade and region words by which a known firm's daughter is called: 京东物流, 华为技术, 星巴克中国.
const DAUGHTER_WORDS: &str = "中国 亚太 娱乐 电影 信托 信贷 商城 租赁 游戏 房地产 旅行网 科技 技术 物流 数科 健康 证券 金融 半导体 电子 电器 能源 药业 医药 地产 置业 资本 电力 燃气 水泥 置地 微电子 新能源 化学 环保 通信 航空 财险 人寿 影业 网络";

static DAUGHTERS: Lazy<WordIndex<'static, usize>> = Lazy::new(|| WordIndex::by_beginning(DAUGHTER_WORDS.split_whitespace().zip(0..)));

struct Name {
    shared: bool,
}

static NAMES: Lazy<WordIndex<'static, Name>> = Lazy::new(|| {
    let shared = WordIndex::of(SHARED);
    let firms = FIRMS.split_whitespace().filter(|name| !shared.hold(name)).map(|name| (name, Name { shared: false }));
    WordIndex::by_beginning(firms.chain(SHARED.split_whitespace().map(|name| (name, Name { shared: true }))))
});

/// Start of the well-known name that the words end with, its ending included: 招商银行 in 底招商银行.
pub(super) fn ends_with_known(words: &str) -> Option<usize> {
    words
        .char_indices()
        .find(|(at, _)| {
            let rest = words.get(*at..).unwrap_or_default();
            NAMES
                .beginning(rest)
                .any(|(name, kind)| !kind.shared && rest.strip_prefix(name).is_some_and(|tail| tail.is_empty() || super::form::ENDINGS.hold(tail)))
        })
        .map(|(at, _)| at)
}

/// Length of the shortest well-known name that the words begin with.
pub(super) fn shortest_at(words: &str) -> Option<usize> {
    NAMES.beginning(words).filter(|(_, kind)| !kind.shared).map(|(name, _)| name.len()).min()
}

/// Whether the words begin with a well-known name: 沙特阿美亚洲.
pub(super) fn starts_with_known(words: &str) -> bool {
    NAMES.beginning(words).any(|(_, kind)| !kind.shared)
}

/// Length of the longest well-known name that the words begin with.
pub(super) fn longest_at(words: &str) -> Option<usize> {
    NAMES.beginning(words).filter(|(_, kind)| !kind.shared).map(|(name, _)| name.len()).max()
}

/// Whether the words are a well-known name, be it an everyday word too.
pub(crate) fn is_name(words: &str) -> bool {
    NAMES.get(words).is_some()
}

/// Whether two well-known names fill the words side by side: 腾讯|华为.
pub(super) fn is_two_names(words: &str) -> bool {
    longest_at(words).is_some_and(|first| first < words.len() && words.get(first..).is_some_and(is_name))
}

/// Start of the last well-known name that the words end with.
pub(super) fn last_in(words: &str) -> Option<usize> {
    words.char_indices().find(|(at, _)| words.get(*at..).is_some_and(|name| NAMES.get(name).is_some())).map(|(at, _)| at)
}

/// The names that known firms are looked for by.
pub(super) fn starts(learn: Learn<'_>) {
    FIRMS.split_whitespace().chain(SHARED.split_whitespace()).for_each(|name| learn(Start::KnownCompany, name));
}

/// Finds the firms known by name.
pub(super) fn recognise(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    let mut next = 0;
    for (at, (name, kind)) in NAMES.longest_at(text, context.starts.of(Start::KnownCompany)) {
        if at < next {
            continue;
        }
        let end = at + name.len();
        let tight = COMMON_PAIRS.hold(name) && !super::short::ends_here(text.get(end..).unwrap_or_default());
        if tight
            || !whole_word(text, at, end)
            || covered(context, at, end)
            || cuts_words(text, at, end)
            || crosses_place(context, at, end)
            || is_cut(text, at, end)
            || bears_office(text, at, end)
            || kind.shared && !((is_opened(text, at) || follows_country(context, at)) && is_shown(text, at, end))
        {
            continue;
        }
        let end = works(text, end);
        let end = daughter(text, end);
        let end = placed_daughter(context, end);
        let end = super::form::chain(text, end)
            .filter(|chain| chain.strength != super::form::Strength::Branch && !matches!(chain.last, "股份" | "控股"))
            .map_or(end, |chain| chain.end);
        next = end;
        found.push(Found::new(Span::new(at, end), if kind.shared { "company.shared_name" } else { "company.known_name" }));
    }
    for hit in context.hits {
        if let Entry::Company(company) = hit.entry {
            let word = hit.span.of(text);
            if company.legal == Some(word) || is_listed_firm(context, hit.span) {
                found.push(Found::new(hit.span, "company.listed"));
            }
        }
    }
}

/// End of the name of a firm's works: 华北制药|厂; 厂房 and 厂长 are the firm's own.
fn works(text: &str, end: usize) -> usize {
    let after = text.get(end..).unwrap_or_default();
    let own =
        after.strip_prefix('厂').is_some_and(|after| !after.starts_with(['长', '房', '区', '务', '方', '商', '内', '里', '家', '址', '界', '部']));
    let named = text.get(..end).is_some_and(|name| words!["制药", "钢铁", "化工", "轮胎", "啤酒", "水泥"].end(name));
    if own && named { end + '厂'.len_utf8() } else { end }
}

/// Whether a listed company's short name means the firm where it stands. Names made of everyday words (太阳能, 中国软件, 航天发展) do so only
/// where the words after speak of a share or a firm.
fn is_listed_firm(context: &Context<'_>, span: Span) -> bool {
    let text = context.text;
    let word = span.of(text);
    let after = text.get(span.end..).unwrap_or_default();
    let sound = word.chars().count() >= 3
        && whole_word(text, span.start, span.end)
        && !covered(context, span.start, span.end)
        && !cuts_words(text, span.start, span.end)
        && !crosses_place(context, span.start, span.end)
        && !is_cut(text, span.start, span.end);
    if !sound || AREAS.begin(after) {
        return false;
    }
    let shown = SHARES.begin(after) || SHOWS.begin(after) && !after.starts_with("系列");
    let everyday = EVERYDAY.hold(word);
    if shown && !everyday || everyday && words!["公告", "股份", "集团", "(0", "(3", "(6"].begin(after) {
        return true;
    }
    let everyday = everyday
        || is_made_of_common_words(context, span)
        || word.ends_with(['港', '山', '街', '湖'])
        || word.ends_with("机场")
        || word.ends_with("高速");
    let opened = is_opened(text, span.start);
    let closed = super::short::ends_here(after);
    // 海南矿业: a place and what only firms are called by, where nothing goes on
    let own = opened && closed && super::short::FIRM_ENDS.end(word) && !EVERYDAY.hold(word);
    own || !everyday && (opened || closed)
}

/// Whether a word that a name cannot begin before ends the text.
pub(super) fn ends_in_stop(before: &str) -> bool {
    before.char_indices().rev().take(4).any(|(at, _)| before.get(at..).is_some_and(edge::is_stop))
}

/// Whether places, trades and general words make up the whole name; banks, brokers and insurers are called so all the same.
fn is_made_of_common_words(context: &Context<'_>, span: Span) -> bool {
    let word = span.of(context.text);
    if words!["银行", "证券", "保险", "航空", "电信", "联通", "移动"].end(word) {
        return false;
    }
    let place = super::tail::places_end(context.hits, span.start, span.end);
    let mut rest = context.text.get(place..span.end).unwrap_or_default();
    while let Some(end) = rest
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .filter(|end| {
            rest.get(..*end).is_some_and(|word| trade::is_trade(word) || super::generic::is_word(word) || edge::is_stop(word) || word == "中国")
        })
        .max()
    {
        rest = rest.get(end..).unwrap_or_default();
    }
    rest.is_empty()
}

/// Words after a listed name that speak of its share.
static SHARES: Words<&str> = Words::of(&[
    "公告",
    "股份公告",
    "(",
    "（",
    "：公司",
    "：拟",
    ":公司",
    "涨停",
    "跌停",
    "涨超",
    "跌超",
    "获净买入",
    "获净卖出",
    "净买入",
    "净卖出",
    "发布公告",
    "发布业绩",
    "披露",
    "午间公告",
    "晚间公告",
    "股吧",
    "今日涨停",
    "拟收购",
    "拟定增",
]);

/// What makes a listed name part of a place: 上海临港新片区.
static AREAS: Words<&str> = Words::of(&["新片区", "片区", "区", "新区", "县", "市", "镇", "街道", "园", "景区", "国家公园", "大街"]);

/// Short names on the exchange that news uses for the thing itself.
static EVERYDAY: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(EVERYDAY_NAMES));

const EVERYDAY_NAMES: &str = "
太阳能 机器人 新产业 好想你 大东方 新华网 人民网 电科院 农产品 太平洋 老百姓 中国电影 新动力 线上线下 中关村 金融街 新天地 大西洋 鄂尔多斯 动力源 数字人 航天科技 中国化 驱动力 航天工程 阿尔特 海量数据 北大荒 新世界 北京文化 王府井 苏州高新
东湖高新 长春高新 航天发展 中国出版 小商品城 星期六 张家界 绿色动力 智慧能源 跨境通 大智慧 指南针 雷迪克 西藏旅游 创世纪 喜临门 金太阳 向日葵 数据港 新城市 新坐标 探路者 东海洋 陆家嘴 徐家汇 外高桥 航天动力 广电网络 黄山旅游 中无人机 北方国际 寒武纪
值得买 天然气 大悦城 中青宝 世纪星 新媒体 三峡旅游 百合花 大自然 维生素 红蜻蜓 七匹狼 万年青 天地数码 海南发展 上海临港 国新能源 立新能源 沧州明珠 中国动力 中国长城 格林达 读者传媒 天目湖 丽江股份 桂林旅游 曲江文旅 西域旅游 长白山 峨眉山 祁连山 云南旅游 中国科传 中国核建 新农开发
";

/// Names that longer words hold: the name, what stands before it there, what stands after.
static CUTS: Words<(&str, &str, &str)> = Words::of_triples(&[
    ("国美", "中", "术"),
    ("新浪", "", "潮"),
    ("国航", "中", "展"),
    ("吉利", "英", ""),
    ("伊利", "", "诺"),
    ("伊利", "", "亚"),
    ("雨润", "春", ""),
    ("格力", "人", ""),
    ("深发展", "纵", ""),
    ("深发展", "向", ""),
    ("中国化工", "", "园"),
    ("中国船舶", "", "制造"),
    ("华能", "中", ""),
    ("华能", "清", ""),
    ("华能", "精", ""),
    ("华能", "光", ""),
    ("华能", "年", ""),
    ("华能", "京", ""),
    ("华能", "新", ""),
    ("三星", "", "堆"),
    ("三星", "", "级"),
    ("三星", "", "期"),
    ("中车", "集", ""),
    ("好未来", "美", ""),
    ("东航", "广", ""),
    ("中铝", "", "箔"),
    ("百度", "", "以上"),
    ("牧原", "青", ""),
    ("新奥", "", "尔良"),
    ("新奥", "", "运"),
    ("雷诺", "", "曼"),
    ("雷诺", "", "兹"),
    ("商汤", "", "王"),
    ("美团", "", "圆"),
    ("京东", "北", ""),
    ("京东", "东", ""),
    ("南航", "", "道"),
    ("立博", "", "览"),
    ("立博", "设", ""),
    ("融创", "金", ""),
    ("中行", "", "业"),
    ("中行", "途", ""),
    ("农行", "", "业"),
    ("建行", "", "动"),
    ("工行", "", "者"),
    ("工行", "天", ""),
    ("交行", "", "业"),
    ("中国银行", "", "间"),
    ("现代汽车", "", "产业"),
    ("现代汽车", "", "工业"),
    ("现代汽车", "", "城"),
    ("现代汽车", "", "制造业"),
    ("现代汽车", "", "服务业"),
    ("现代汽车", "", "零部件产业"),
    ("中国节能", "", "减"),
    ("中国节能", "", "降"),
    ("中国节能", "", "技术"),
    ("中国节能", "", "产业"),
    ("中国节能", "", "服务"),
    ("中国节能", "", "标准"),
    ("中国化学工程", "", "塑料"),
    ("中国东航", "", "道"),
    ("中国南航", "", "道"),
]);

fn is_cut(text: &str, start: usize, end: usize) -> bool {
    let (name, before, after) =
        (text.get(start..end).unwrap_or_default(), text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    CUTS.iter().any(|(cut, left, right)| {
        *cut == name
            && (left.is_empty() || before.ends_with(left))
            && (right.is_empty() || after.starts_with(right))
            && !(left.is_empty() && right.is_empty())
    }) || name.ends_with("银行") && after.starts_with(['间', '业'])
}

/// Whether the name of a place lies across an edge: 江苏|宁.
pub(super) fn crosses_place(context: &Context<'_>, start: usize, end: usize) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + 24 < start);
    let around = context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start < end);
    around
        .into_iter()
        .any(|hit| edge::is_place(hit) && !edge::is_short_county(hit) && hit.span.start < start && hit.span.end > start && hit.span.end < end)
}

/// Whether an everyday word lies across an edge of a short name: 金融|创新 holds no 融创, 立中|车轮 no 中车.
pub(super) fn cuts_words(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    if name.chars().count() > 4 || name.is_ascii() {
        return false;
    }
    let word = |word: &str| word.chars().count() >= 2 && (trade::is_trade(word) || edge::is_stop(word) || super::generic::is_word(word));
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return false };
    let left = before.char_indices().next_back().map_or(start, |(at, _)| at);
    let right = after.chars().next().map_or(end, |c| end + c.len_utf8());
    let across = |from: usize, edge: usize| {
        let words = text.get(from..).unwrap_or_default();
        let ends = words.char_indices().map(|(at, c)| from + at + c.len_utf8()).take(4);
        ends.into_iter().any(|to| to > edge && from < edge && word(text.get(from..to).unwrap_or_default()))
    };
    let inner: Vec<usize> = name.char_indices().skip(1).map(|(at, _)| start + at).collect();
    across(left, start)
        || inner.iter().any(|from| {
            let words = text.get(*from..right).unwrap_or_default();
            words.len() > end - from && word(words)
        })
}

/// A Latin name must not be cut out of a longer one.
fn whole_word(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = text.get(..start).unwrap_or_default().chars().next_back();
    let after = text.get(end..).unwrap_or_default().chars().next();
    !(latin(name.chars().next()) && latin(before) || latin(name.chars().next_back()) && latin(after))
}

/// Whether a longer word of the lexicon that is no company covers the name: 通用航空, 长城路.
fn covered(context: &Context<'_>, start: usize, end: usize) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + 30 < start);
    let around = context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start <= start);
    around
        .into_iter()
        .any(|hit| hit.span.end >= end && hit.span.len() > end - start && !matches!(hit.entry, Entry::Company(_) | Entry::CompanyForm { .. }))
}

/// Whether a mark or a word that no name begins before stands there: 陈|光明旗下 is a person's.
fn is_opened(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    before.chars().next_back().is_none_or(|c| !edge::is_han(c)) || ends_in_stop(before)
}

/// Countries that stand beside the members of a list: 韩国|现代、日本|资生堂.
static COUNTRIES: Words<&str> = Words::of(&["美国", "日本", "韩国", "德国", "法国", "英国", "瑞士", "瑞典", "荷兰", "意大利", "丹麦", "新加坡"]);

/// The words without the country that they begin with.
fn behind_country(words: &str) -> &str {
    COUNTRIES.beginning(words).next().and_then(|country| words.get(country.len()..)).unwrap_or(words)
}

/// Whether a foreign country stands beside the name: 韩国|现代, 德国|大众.
fn follows_country(context: &Context<'_>, at: usize) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + LONGEST_PLACES < at);
    let before = context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start < at);
    let foreign = |hit: &Hit<'_>| matches!(hit.entry, Entry::Country { code, .. } if !matches!(code, "CN" | "HK" | "MO" | "TW"));
    before.into_iter().any(|hit| hit.span.end == at && hit.span.len() > '国'.len_utf8() && foreign(hit))
}

fn is_shown(text: &str, start: usize, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    if SHOWS.begin(after) || makes_a_deal(after) || POWER.hold(text.get(start..end).unwrap_or_default()) && builds_power(after) {
        return true;
    }
    // In a list with a firm whose name is no everyday word, or of three such names: 苹果、谷歌; 中信、兴业、民生, but 交通、民生.
    let mut row = vec![true];
    let mut rest = after;
    while let Some((next, name, shared)) =
        rest.strip_prefix(LIST_JOINTS).map(behind_country).and_then(|next| name_at(next).map(|(name, shared)| (next, name, shared)))
    {
        row.push(shared);
        rest = next.get(name.len()..).unwrap_or_default();
        if row.len() > LONGEST_ROW {
            break;
        }
    }
    let before = text.get(..start).unwrap_or_default();
    let mut rest = COUNTRIES.strip_ending(before).unwrap_or(before);
    while let Some(before) = rest.strip_suffix(LIST_JOINTS) {
        let starts = before.char_indices().rev().take(6);
        let last = starts
            .filter_map(|(from, _)| name_at(before.get(from..)?).filter(|(name, _)| from + name.len() == before.len()).map(|found| (from, found.1)))
            .last();
        let Some((from, shared)) = last.filter(|_| row.len() <= LONGEST_ROW) else { break };
        row.push(shared);
        let before = before.get(..from).unwrap_or_default();
        rest = COUNTRIES.strip_ending(before).unwrap_or(before);
    }
    row.len() >= 3 || row.iter().any(|shared| !shared)
}

/// Firms of power whose short names are words too.
static POWER: Words<&str> = Words::of(&["华电", "大唐", "国电", "国能", "中核", "君正", "三峡", "京能"]);

/// How many characters the name of what is built is looked through.
const LONGEST_WORK: usize = 24;

/// Whether the words go on to what such firms build, in the same breath: 国能|望川风电基地, 大唐|30万千瓦光伏项目.
fn builds_power(after: &str) -> bool {
    let name = after.char_indices().take(LONGEST_WORK).take_while(|(_, c)| edge::is_han(*c) || c.is_ascii_alphanumeric());
    let mut name = name.take_while(|(_, c)| !matches!(c, '的' | '和' | '与' | '等'));
    name.any(|(at, _)| {
        after
            .get(at..)
            .is_some_and(|rest| words!["风电", "光伏", "风光", "热电", "火电", "储能", "制氢", "千瓦", "兆瓦", "电厂", "多晶硅"].begin(rest))
    })
}

/// Whether a sentence about two sides goes on: 三一|与望川市政府签订….
fn makes_a_deal(after: &str) -> bool {
    let Some(other) = after.strip_prefix(['与', '和', '同']) else { return false };
    let clause = other.char_indices().take(LONGEST_WORK).take_while(|(_, c)| !matches!(c, '，' | ',' | '。' | '；' | '、'));
    let mut clause = clause.map(|(at, _)| at);
    clause.any(|at| at > 0 && other.get(at..).is_some_and(|rest| words!["签订", "签署", "签约", "签下"].begin(rest)))
}

/// What parts the members of a list.
const LIST_JOINTS: [char; 3] = ['、', '和', '与'];

/// How many members of a list are looked at.
const LONGEST_ROW: usize = 8;

/// The longest well-known name that the text begins with, and whether it is an everyday word too.
fn name_at(text: &str) -> Option<(&'static str, bool)> {
    NAMES.beginning(text).next().map(|(name, kind)| (*name, kind.shared))
}

/// End of the name of a known firm's daughter, or the end itself.
fn daughter(text: &str, end: usize) -> usize {
    let after = text.get(end..).unwrap_or_default();
    let whole = |word: &str| !edge_of_compound(after, word) && super::short::ends_here(after.get(word.len()..).unwrap_or_default());
    // Of several the one that the list names first.
    let words = DAUGHTERS.beginning(after).filter(|(word, _)| whole(word));
    words.min_by_key(|(_, place)| *place).map_or(end, |(word, _)| end + word.len())
}

/// 市委书记|包钢|出席: behind an office of the state a name of two characters is a person's.
fn bears_office(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let short = text.get(start..end).is_some_and(|name| name.chars().nth(2).is_none());
    short && words!["书记", "市长", "县长", "区长", "省长", "州长", "旗长", "盟长", "局长", "厅长", "部长", "自治区主席"].end(before)
}

/// End of the name of a daughter called by its place and trade, where nothing but the end of a member of a list follows: 中车|青岛四方机车.
fn placed_daughter(context: &Context<'_>, end: usize) -> usize {
    let place = super::tail::places_end(context.hits, end, context.text.len().min(end + LONGEST_PLACES));
    let mut whole = place;
    for _ in 0..3 {
        whole += trade::longest_at(context.text, context.hits, whole).unwrap_or(0);
    }
    let after = context.text.get(whole..).and_then(|after| after.chars().next());
    let closed = after.is_none_or(|c| !edge::is_han(c) && !c.is_ascii_alphanumeric() || c == '等');
    // 腾讯|西部实验室 is a body.
    let body = context.text.get(end..whole).is_some_and(|name| words!["实验室", "研究院", "研究所", "学院", "中心"].end(name));
    if place > end && whole > place && closed && !body { whole } else { end }
}

/// How many bytes of places the name of a daughter holds at most.
const LONGEST_PLACES: usize = 24;

/// 华为技术人员, 京东物流企业: the word belongs to what follows.
fn edge_of_compound(after: &str, word: &str) -> bool {
    let rest = after.get(word.len()..).unwrap_or_default();
    words![
        "人员", "企业", "产业", "行业", "产品", "市场", "领域", "板块", "中心", "体系", "创新", "团队", "专家", "支持", "服务", "方案", "设备", "园"
    ]
    .begin(rest)
        && rest.chars().next().is_some_and(edge::is_han)
}

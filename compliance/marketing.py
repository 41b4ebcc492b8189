"""Whether a text sells something, and whether it is marketing at all.

Law reaches advertising, not every text: 《〈广告法〉适用问题执法指南（一）》第三、四条. A text counts as marketing unless
it plainly is news, documentation, chat, a buyer's review, a warning or a diary. Clues of both sides are
weighed; each distinct wording of a group counts once, up to the group's cap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from compliance.scene import Facts

HEAD_CHARS = 3000  # code points read at the start …
TAIL_CHARS = 1500  # … and at the end, where offers and imprints stand; bounds the cost of long files
BARS = ((20, 2.5), (120, 2.0), (600, 3.0))
"""(up to so many code points, score from which a text is not marketing): a slogan has no room for evidence,
and in a long text stray words add up."""
BAR_LONG = 4.0
TELLING = 2.0
"""Groups from this weight on name a genre; lighter ones only hint at it."""
HINTS = ((120, 99.0), (250, 3.0))
"""(up to so many code points, how far hints may carry): a spoken sales talk is full of small talk too."""
HINTS_LONG = 2.0
WHY_GROUPS = 3  # groups named in the reason


@dataclass(frozen=True)
class ClueGroup:
    """Wordings that point the same way."""

    name: str
    """For people, in Chinese."""
    weight: float
    """Per distinct wording; positive: not marketing, negative: marketing."""
    cap: int
    """At most so many wordings count."""
    wordings: str
    """Alternatives of one regular expression over folded text."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled on first use."""
        return re.compile(self.wordings, re.M)

    def found_in(self, text: str) -> tuple[str, ...]:
        """The distinct wordings found, first come first, at most ``cap``."""
        seen: dict[str, None] = {}
        for match in self.compiled.finditer(text):
            seen.setdefault(match.group())
            if len(seen) == self.cap:
                break
        return tuple(seen)


OFFERS = ClueGroup(
    "购买方式",
    -4,
    3,
    "购物车|小黄车|橱窗|左下角|右下角|(?:下方|点击|戳|购买|商品|店铺)链接|链接(?:在|自取|下单|放)|(?:点击|立即|马上|赶紧|赶快|快来|现在|今天|私信|扫码|直播间)(?:下单|拍下|抢购|购买|咨询|报名|预约|领取|入手|加盟|开户)|"
    "去拍|秒拍|开团|淘口令|优惠券|领券|券后|到手价|专属价|粉丝价|团购价|活动价|折扣码|优惠码|会员价|预售价|原价|现价|特惠|满\\d+减|立减|买[一二1-9]送|包邮|"
    "旗舰店|专卖店正品|小程序|扫码|加(?:我)?(?:微信|微|v|vx)|微信(?:号)?[::]|私信|评论区(?:扣|留|置顶|见)|扣1|咨询(?:热线|电话)|(?:订购|招商|加盟|报名|预约|免费|客服)(?:热线|电话)|"
    "招商|火热(?:预购|招生|报名)|预购|名额有限|售完即止|最后\\d+(?:席|套|件)|限时(?:抢|特|优惠|折)|试用装|免费(?:试听|领取|试用|注册|体验)|零首付|首付\\d|"
    "上车|(?:现货|厂家)(?:直销|直供|批发)|天猫|直播间|老铁们|家人们|宝子们|好评返",
)
PRICES = ClueGroup("价格与促销", -1, 2, "[¥¥$]\\s?\\d|\\d(?:\\.\\d+)?\\s?元|\\d块[钱\\d]|优惠|折扣|促销|福利|特价|降价|清仓|团购|预约|到店|下单|拍下")
ADDRESS = ClueGroup(
    "面向买家的口吻",
    -1.5,
    3,
    "您|姐妹们?|宝妈|亲们|小仙女|小伙伴们|朋友们|让(?:你|女|宝|孩子|肌肤|皮肤|人)|给(?:你|您|宝宝|孩子|女|家人)[^,。]{0,4}(?:带|一|更|最)|为(?:你|您)|帮(?:你|您|助)|"
    "赶紧|快来|欢迎(?:选购|光临|来电|惠顾|品尝)|值得(?:拥有|信赖|入手|买)|必备|首选|不二之选|最佳(?:选择|拍档|伴侣)|放心(?:选|吃|用|购)|送礼|入手",
)
RECOMMENDS = ClueGroup(
    "推荐种草",
    -1,
    2,
    "安利|种草|(?:无限|反复|已经|多次)回购|回购(?:率|无数|了)|空瓶|闭眼入|必[买入囤]|(?:强烈|真心|墙裂|强力|倾情|诚意)推荐(?!大家(?:别|不))|推荐(?:给|大家|姐妹)|好物",
)
COPY = ClueGroup(
    "商品文案的用语",
    -1.5,
    4,
    "这[款件条双](?!酒店)|本[款品]|此款|新款|一款|款式|采用[^,。]{0,12}(?:材质|工艺|面料|设计|技术|配方|剪裁|打造)|精选|甄选|选用|打造|匠心|工艺|面料|版型|穿着|上身|百搭|显瘦|修身|时尚|优雅|气质|"
    "简约|复古|质感|手感|透气|柔软|舒适(?:的|度|透|又|亲)|口感(?!一般|差|不)|香甜|醇厚|营养|滋润|保湿|肌肤|配方|成分|提取|精华|尽显|彰显|凸显|呈现|演绎|点缀|魅力|潮流|个性|百变|格调|"
    "高端|奢华|尊贵|尊享|臻|品质(?!一般|不|差)|正品|厂家|原装|进口|手工|纯天然|天然|环保|耐用|耐磨|防水|多功能|轻松|呵护|守护|专利|畅销|热销|爆款|新品|限量|系列|家居|收纳|套装|男女|女士|男士|女款|男款",
)
CLAIMS = ClueGroup(
    "功效、收益等承诺",
    -1.5,
    3,
    "根治|治愈|治好|疗效|见效|起效|疗程|康复|副作用|祛|排毒|养生|滋补|调理|养颜|美白|抗衰|抗皱|淡斑|瘦身|减肥|减脂|生发|增高|壮阳|补肾|免疫力|抵抗力|消炎|止痛|降血|降三高|抗癌|杀菌|抑菌|去屑|"
    "有效(?:缓解|改善|预防|治疗|去除|阻|杀)|无效退|包退|包过|保过|稳赚|保本|月入|日入|躺赚|年化|高收益|高回报|升值|学区|户型|楼盘|地段|名师|提分|上岸|通过率|录取率|有效率|加盟|代理|"
    "第一品牌|领导品牌|驰名|特供|专供|国宴|御用|开光|招财|转运|全网最低|史上最|无与伦比",
)

BODY = ClueGroup(
    "身体与症状",
    -1,
    2,
    "症状|失眠|[疼痛酸]|麻木|排尿|耳鸣|颈椎|腰椎|关节|鼻炎|咽炎|胃病|便秘|脱发|湿气|气血|脾胃|肾虚|血[压糖脂]|细菌|病毒|皱纹|斑点|痘|腋臭|脚气|[癌炎]|病痛|体质|皮肤|头皮",
)

NEWSROOM = ClueGroup(
    "新闻体例",
    3,
    2,
    "本报(?!价)|新华社|新华网|中新网|人民日报|[\\d一二三四五六七八九十]日电|日讯|(?:本报|通讯|特约)(?:讯|员|记者)|记者(?!哈|进|来)|(?:据|另据)[^,。]{1,14}(?:报道|[日社]电|消息)|报道(?:称|说)|综合报道|发言人|"
    "[((](?:附?图片|摄|题图|本报|完|新华社)|法新社|路透|美联社|编者按|社论|评论员|头版|主编",
)
REPORTS = ClueGroup(
    "转述与报道动词",
    1,
    3,
    "据(?:介绍|了解|悉|统计|透露|说|估计|查)|指出|宣布|表示|强调|声明|透露|举行|召开|会谈|签署|签订|出席|抵达|当选|任命|访问(?!量)|会见|发表|作出|提出|呼吁|主张|承认|回忆|介绍说|告诉|会议|讲话|座谈|研讨|举办|揭晓|颁奖|逝世|去世|获悉|贯彻",
)
PUBLIC_AFFAIRS = ClueGroup(
    "时政与公共事务",
    2,
    3,
    "总统|总理|首相|议会|议员|国会|参议院|众议院|(?<!站)外交|大选|选举|内阁|联合国|安理会|北约|欧盟(?!认证|标准|严格|进口|检测|有机)|政党|党中央|中共|共产党|党(?:员|委|组织|的|内|风)|支部|政府(?!重点|扶持|补贴|采购|认证|支持)|国务院(?!指定|特|认)|政协|人大(?:代表|常委)|全国人大|书记|市长|省长|县长|部长|委员|主席|邓小平|江泽民|毛泽东|李鹏|朱镕基|总书记|"
    "同志|干部|群众(?!口碑)|社会主义|改革开放|精神文明|现代化建设|两岸|台湾(?:当局|问题)|祖国|和平(?!精英)|战争|军事|部队|官兵|战士|军区|士兵|武装|导弹|核试验|人质|袭击|恐怖|警察|警方|公安|检察|法院|法官|审判|罪犯|犯罪|案件|嫌疑人|逮捕|"
    "革命(?!性)|民族(?:团结|区域)|政治|政权|主权|条约|协定|双边|国际社会|各国|两国|我国(?!著名|知名|首|唯一)|人权|难民|殖民|法治|立法|司法|腐败|廉政|纪检|人民(?:群众|政府|生活|军队|解放军|日报|代表)",
)
SOCIETY = ClueGroup(
    "经济与社会新闻",
    2,
    3,
    "国有企业|国企|职工|下岗|再就业|农村(?!信用社|淘宝)|农民(?!朋友)|农业(?!用|银行)|乡镇|村民|灾区|灾民|抗洪|扶贫|希望工程|贫困|改革|市场经济|经济(?:发展|增长|建设|体制|结构|全球化|效益|波动|连锁)|知识经济|"
    "金融危机|通货膨胀|生产总值|亿(?:美)?元|万吨|同比|出口额|财政|税收|贸易|关税|央行|产业(?:结构|政策|化)|方针|基础设施|科技人员|学术|文艺|文学|作家|诗人|小说|诗歌|戏曲|京剧|话剧|画家|剧团|导演|影片|"
    "演员|乐团|音乐厅|纪念馆|文物(?!级)|考古|王朝|皇帝|居民|交通事故|地震|洪水|新闻(?!纸)|列车员|有关部门|妇联|拨款|开幕|闭幕|竣工|[\\d℃]+转|阵雨|多云|\\d℃[/~]",
)
TOPICS = ClueGroup(
    "公共话题",
    0.7,
    3,
    "社会|国家(?!级|认证|专利|标准|[一二]级|5a|地理|机关)|地区|城市|人口|历史上|世纪|年代|人类|文明|文化|体制|机制|战略|政策|措施|污染|环境保护|教育(?:部|局|事业|工作|改革)|学者|研究(?:所|院|员|人员|表明)|教授(?!推荐)|"
    "大学(?!生|路)|工程(?!师)|战略|竞争|科学(?!配|护)|精神|思想|意识|理论|实践|工作(?!人员|日)|组织|行为|问题(?!肌|性)",
)
ABROAD = ClueGroup(
    "外国与人名",
    0.5,
    3,
    "美国|英国|法国|德国|俄罗斯|日本|韩国|印度|巴西|意大利|西班牙|伊拉克|以色列|巴勒斯坦|非洲|欧洲|亚洲|拉美|阿根廷|荷兰|越南|泰国|印尼|伦敦|巴黎|华盛顿|莫斯科|东京|[一-龥]·[一-龥]|[((][一二三四五六七八九十一九]+年|(?:19|20)\\d\\d年|\\d+月\\d+日",
)
SPORT = ClueGroup(
    "体育",
    2,
    3,
    "球队|队员|球员|球迷|主教练|教练(?!车|员证)|联赛|决赛|预赛|锦标赛|世界杯|亚运|奥运会|奥运|甲[aA级]|女篮|男篮|女排|男排|女足|男足|国足|足球|篮球队|排球|乒乓|羽毛球(?!拍|鞋)|棋手|围棋|象棋|九段|选手|裁判|赛季|赛场|比赛|夺冠|冠军赛|比分|进球|射门|上半场|下半场|"
    "金牌得主|银牌|铜牌|体操|游泳队|田径|体育(?!场馆|用品)|国家队|俱乐部(?!会员)|世界级(?:球|选)|名将|种子选手|战平|击败|负于|胜出",
)
CODE = ClueGroup(
    "代码与文档标记",
    2,
    3,
    "`|\\]\\(|#\\d{3,}|\\b[a-z]+_[a-z_]+|^[-+*] (?=[a-z`修支新优控])|\\b(?:sql|tidb|tikv|ddl|mysql|github|json|html|css|python|java|linux|unix|ssh|cpu|api|bug|key|null|select|table)\\b",
)
DOCUMENTS = ClueGroup(
    "技术文档",
    1.5,
    4,
    "https?://|\\b(?:pd|region|windows|git|gpu|http|url|id|true|false|update|insert|release|issue|issues|pull|io|web|ai|xp|winpe)\\b|"
    "数据库|集群|节点|参数|变量|报错|错误码|日志|语句|索引|查询|事务|命令行|命令|配置文件|配置项|(?:新|旧|老|该|当前|\\d)版本|版本号|接口|代码|开源|编译|部署|缓存|函数|默认值|默认(?!好评)|字段|脚本(?!里)|服务器|客户端|线程|进程|内存(?!条|卡)|"
    "磁盘|硬盘|备份|监控|调度|实例|组件|升级到|程序员|编程|程序|浏览器|算法|变更|写入|读取|返回|执行|启用|禁用(?!词)|创建|删除|查看|操作系统|软件|网站|网页|互联网|计算机|用户名|密码|文件(?:名|夹|系统)|示例|如下|例如|该(?:功能|选项|变量|参数|语句|问题)",
)
ESSAY = ClueGroup(
    "科技周刊、文章",
    1.5,
    3,
    "本文|作者|文章|读者|投稿|一文|译者|摘编|本书|这本书|书中|博客|论文|周刊|推特|谷歌|苹果公司|微软|亚马逊|特斯拉(?!工作人员)|马斯克|openai|chatgpt|科学家|研究人员|工程师们|宇航|探测器|火星|月球|地球|太空(?=站|船|垃圾|旅行)|飞船|火箭|直升机|黑客|人工智能|机器人(?!扫|吸)|"
    "哲学|逻辑|悖论|意味着|事实上|换句话说|也就是说|与此同时|总之|所谓|因此|然而|尽管|从而|究竟|显然|其实|如果(?!你想|您)|假如|例子|比如说|为什么|大多数人|人们|一个人|世界上|图片",
)
CRITICISM = ClueGroup(
    "消费者的批评",
    2,
    3,
    "少的可怜|很一般|没人理|馊|死机|难以忍受|可怕|一分钱一分|(?<![零0无改删])差评(?!率|返)|太差|很差|极差|真差|更差|最差|好差|难吃|难喝|太慢|太贵|太小|太吵|太少|太咸|太油|太脏|太薄|很脏|很慢|很吵|很小|很薄|(?:太|真|很|都是|就是|什么)垃圾|垃圾(?:质量|产品|酒店|服务|东西|商家|软件|,|。|!)|失望|不值(?!一提)|很后悔|后悔(?:买|来|住|点)|坑爹|坑人|太坑|恶心|糟糕|糟透|差劲|无语|再也不|不会再|不再(?:来|买|去|点|住)|上当|受骗|不推荐|不建议(?:买|大家|入)|一般般|味道一般|质量一般|效果一般|"
    "凑合|马马虎虎|态度(?:很|太|极|非常|真)?(?:差|恶劣|不好|冷)|不满意|没(?:有)?送|送错|少送|漏送|少了(?:一[个份包袋盒]|两|东西)|(?<![破损毁])坏了|烂了|(?<![灿绚])烂的|有破损|(?:洗|水|就|严重|一直)掉色|掉色(?:严重|厉害|了)|(?:就|全|都)起球|起球(?:严重|了)|假货|不是正品|不好吃(?!不要)|不新鲜|不好用(?!你|退|包)|不怎么样|不靠谱|没用(?!过)|没有效果|没啥|没什么(?:用|味|特)|不干净|不合适|陈旧|破旧|简陋|隔音(?:太|很|不|差)|"
    "(?<![零0无])投诉(?!率)|骗人|骗子|缺点|可惜|郁闷|气死|生气|恼火|离谱|扯淡|扯蛋|糊弄|敷衍|怀疑是|不知道是不是|有点(?:小|硬|贵|薄|重|咸|脏|旧|吵|慢|辣|凉|油|难|失望|大|远|偏)|有色差|(?<!不)凉了|洒了|等了|迟到|死机|太卡|反应慢|味道怪|怪怪的",
)
TRAIL = ClueGroup(
    "买后、住后的经历",
    1.5,
    4,
    "京东|携程|美团|饿了么|大众点评|淘宝(?!店)|亚马逊|当当|物流|快递(?!包邮)|送货|送餐|餐员|外卖|配送|小哥|退货|换货|(?:申请|给我|要求|没)退款|发货|到货|收到(?:货|了|的|后|就)|收货|客服(?!热线|电话)|商家|卖家|店家|店员|老板(?!跑路|疯|娘直播)|服务员|服务生|服务态度|服务(?:很|还|不错|好|周到|也|一般|太)|前台|大堂|入住|退房|住了|住过|住的|房间|标间|大床房?|"
    "客房|宾馆|酒店|旅馆|早餐|自助餐|菜品|点了|吃了|吃完|喝了|尝了|味道(?:还|不错|很|挺|也|可以|好|一般)|(?<![采使运选利])用了|用着|看了|看完|洗了|洗完|洗过|穿了|买了|买的|买给|买过|买回|买来|订了|订的|预定|预订了|拍的|上次|这次|下次|第[一二三两]次(?:买|来|住|去|在|用|点|购|入)|回头|朋友推荐|又买|还会买|会再来|满意[,。!? ]|附赠|赠品|比店里|比实体店|骑手|开机|拿到手|到手|性价比(?!之王|高)|总体|整体(?:来说|感觉|还)|"
    "个人(?:觉得|感觉|认为)|还(?:可以|行|不错|好|算)|挺(?:好|不错|大|方便|满意|快|喜欢)|蛮|不错|(?<!不)满意(?!度)|点评|质量(?:还|很|不|挺|也)|包装(?:完好|很|还|也|破)|希望(?:能|以后|改|下|商|店|酒)|呵呵|居然|竟然|没想到|想不到|本来|反正",
)
HEDGES = ClueGroup(
    "点评的语气",
    0.7,
    3,
    "感觉(?!给|就像|上)|觉得|结果|不过(?!敏|时|退)|但是|就是(?!这|它)|确实|真心|建议|期待|哈哈|有点|一点|太|吧|以后|以前|同事|发现",
)
GAME = ClueGroup(
    "玩家用语",
    1.5,
    3,
    "副本(?!价)|首杀|圣域|亚瑟|兵符|兵书|主城|满级|公会|上号|队友|战力|战斗力|刷(?:图|本|级|分|怪|盼)|抽到|抽卡|[几0-9o]+钻石?|经验书|法师|武将|黄忠|阵营|阵容|联盟|盟主|打不过|打得过|挖矿|矿石|开服|采集|攻城|都城|迁城|体力值|拜师|拜了|大招|开荒|强盗|驻防|将才|老区|新区|本区|区服|转盘",
)
CHAT = ClueGroup(
    "聊天口吻",
    1,
    4,
    "咋|干嘛|干啥|啥(?:时候|意思|东西)|嘛[。!?]?$|呗|呢。|吧。|啊。|了吗|吗。|的啊|哦[。,]|呀。|嗯|哎|唉|你(?:们)?(?:是|在|打|那|这|有|还|怎|都|先|去|来|说|要|啥|不|就|把)|我(?:们)?(?:是|在|打|那|这|有|还|就|都|先|去|来|说|也|不|要|没|现在|以为|俩|给你)|他(?:们)?(?:就|也|那|不|打|说|还|是|拜)|"
    "大哥|兄弟|老大|[。,]对,|^对,|对对|没事|等会|等下|刚才|刚刚|明天再|晚上再|没有?啊|。。|谢谢|无所谓|好的,",
)
STORY = ClueGroup(
    "叙事",
    0.7,
    3,
    "他们|她们|他(?!们|人|她)|她(?!们)|当时|那时|后来|从前|当年|昨天|昨晚|前天|去年|那年|那天|小时候|有一[天次回]|一位|几位|老人|父亲|母亲|爷爷|奶奶|妻子|丈夫|儿子|女儿|我妈|我爸|先生说|老师说|搬家|日记|曾经?|于是|终于|那里|那个",
)
WARNING = ClueGroup(
    "警示、普法与培训",
    3,
    3,
    "消费(?:提示|提醒|警示)|12315|市场监(?:管|督管理)(?:总局|局|部门)|消费者协会|消协|行政处罚|(?:被|处以?)[^,。]{0,6}罚款|立案|当事人|涉嫌(?:虚假|违法|违反|诈骗)|典型案例|执法人员|禁用(?:词|话术|语)|违禁词|红线清单|合规(?:部|培训)|法务|辟谣|谣言|骗局|诈骗|反诈|谨防|警惕(?=[“\"「各以虚这那所假])|虚假宣传|夸大宣传",
)

GROUPS = (
    OFFERS,
    PRICES,
    ADDRESS,
    RECOMMENDS,
    COPY,
    CLAIMS,
    BODY,
    NEWSROOM,
    REPORTS,
    PUBLIC_AFFAIRS,
    SOCIETY,
    TOPICS,
    ABROAD,
    SPORT,
    CODE,
    DOCUMENTS,
    ESSAY,
    CRITICISM,
    TRAIL,
    HEDGES,
    GAME,
    CHAT,
    STORY,
    WARNING,
)
_OWN_OFFER = ClueGroup("自己的商品", 0, 1, "认准|本店|本品|我家|咱家|我们家|我们的(?:产品|课|项目)|这款|下单立|现在下单|点击下方")
REPORTING = 2  # distinct wordings of warning from which quoted offers count as reported
CHANNEL_WEIGHT = {"news": 3.0, "live": -2.0}


def judge_text(folded: str, *, channel: str = "public") -> Facts:
    """The facts of a whole folded text: is something for sale, is it marketing, and why.

    Reads at most HEAD_CHARS + TAIL_CHARS code points; call it only where a rule has a candidate.
    """
    read = excerpt(folded)
    found = {group.name: group.found_in(read) for group in GROUPS}
    if _only_reports_offers(found, read):
        found[OFFERS.name] = found[PRICES.name] = ()
    scores = {group.name: group.weight * len(found[group.name]) for group in GROUPS}
    hints = sum(scores[group.name] for group in GROUPS if 0 < group.weight < TELLING)
    excess = max(0.0, hints - _hint_limit(len(read)))
    total = sum(scores.values()) - excess + CHANNEL_WEIGHT.get(channel, 0.0)
    marketing = total < _bar(len(read))
    recommends = found[PRICES.name] or found[RECOMMENDS.name]
    sells = bool(found[OFFERS.name]) or (marketing and bool(recommends))
    return Facts(commercial=sells, marketing=marketing, why=_why(found, scores, marketing), channel=channel)


def _only_reports_offers(found: dict[str, tuple[str, ...]], read: str) -> bool:
    """A warning, a penalty report or a lesson quotes ways to buy; it offers none of its own."""
    return len(found[WARNING.name]) >= REPORTING and not _OWN_OFFER.compiled.search(read)


def excerpt(folded: str) -> str:
    """The part of a text that is read: all of a short one, head and tail of a long one."""
    if len(folded) <= HEAD_CHARS + TAIL_CHARS:
        return folded
    return folded[:HEAD_CHARS] + "\n" + folded[-TAIL_CHARS:]


def _bar(length: int) -> float:
    return next((bar for limit, bar in BARS if length <= limit), BAR_LONG)


def _hint_limit(length: int) -> float:
    return next((most for limit, most in HINTS if length <= limit), HINTS_LONG)


def _why(found: dict[str, tuple[str, ...]], scores: dict[str, float], marketing: bool) -> str:
    sign = -1 if marketing else 1
    telling = sorted((name for name in found if sign * scores[name] > 0), key=lambda name: -abs(scores[name]))
    parts = [f"{name}（{'、'.join(wording.strip() for wording in found[name][:3])}）" for name in telling]
    return "；".join(parts[:WHY_GROUPS]) or "没有别的体裁的迹象，按营销内容检查"

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = """
糖尿病 | 专为⟦塘尿病⟧人设计的面条
糖尿病 | 家里有⟦糖尿宾⟧的注意
高血压 | ⟦高血丫⟧也能放心吃
高血压 | 医生看⟦高雪压⟧很多年
前列腺炎 | 男人的⟦前列腺言⟧有救了
高血脂 | ⟦高血枝⟧老人
高血糖 | ⟦高血棠⟧的克星
骨质疏松 | ⟦骨质蔬松⟧的克星
稳赚不赔 | ⟦稳赚不陪⟧的好项目
独一无二 | ⟦独衣无二⟧的手艺
药到病除 | ⟦要到病除⟧不骗人
包治百病 | ⟦包治柏病⟧的药酒
最佳 | 全城⟦蕞佳⟧的火锅
绝对有效 | ⟦绝怼有效⟧才敢卖
减肥 | ⟦剪肥⟧一个月瘦十斤
失眠 | ⟦失棉⟧多年的人
立竿见影 | ⟦立杆见影⟧的方法
加微信 | 名额有限⟦加薇⟧登记
加微信 | 样品图⟦伽V⟧索取
加微信 | 报价单请⟦加卫星⟧拿
主页 | 详情都在我⟦煮页⟧
红包 | 晒单返⟦荭包⟧三元
玻尿酸 | 注射⟦玻尿蒜⟧
延缓衰老 | ⟦延缓摔老⟧
"""
PASS = """
蕞尔小邦也敢称雄
北斗导航卫星已经组网
老村长在乡里很有威信
军功徽章挂在爷爷胸前
报告厅主屏上播放着纪录片
这鸭嘴造型的夹子真可爱
浮力等于排开水的重量
溥仪是末代皇帝一生起伏
月半弯的灯光照着河面
孩子把奶嘴含得好紧
政治辽阔的版图
今晚不醉不归，明天再说
工厂安装了消烟除尘装置
他们要加强制度建设
他是高中压轴题的命题人
不要跟治安队员争吵
小朋友嘬一口奶
家长都很失面子
妈妈给我煮叶儿粑
这条公路是国家级公路的补充
专制制度早已不得人心
学校请来专家讲课
水池名字叫映月池
纨绔子弟的故事
星光熠熠生辉
她娓娓道来一段往事
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_a_word_that_is_heard_is_found(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_ordinary_words_that_sound_alike_stay_what_they_are(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()

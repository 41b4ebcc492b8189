from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.disguise.cases import sentences, shown, spread

Hidden = Callable[[str], set[tuple[str, str]]]

FLAG = r"""
最佳 | 年货⟦最&nbsp;佳⟧礼盒
最佳 | 年货⟦最&ensp;佳⟧礼盒
最佳 | 年货⟦最&#160;佳⟧礼盒
最佳 | 年货⟦最&#8203;佳⟧礼盒
最佳 | 年货⟦最&shy;佳⟧礼盒
最佳 | 年货⟦最&zwnj;佳⟧礼盒
最佳 | 年货⟦&#26368;佳⟧礼盒
最佳 | 年货⟦&#x6700;佳⟧礼盒
最佳 | 年货⟦最&#20339;⟧礼盒
最佳 | 年货⟦\u6700佳⟧礼盒
最佳 | 年货⟦\u6700\u4f73⟧礼盒
国家级 | 入选⟦国&nbsp;家&nbsp;级⟧名录
治疗 | 专门⟦&#27835;疗⟧失眠
根治 | 灰指甲⟦根&emsp;治⟧
减肥 | 健康⟦减&thinsp;肥⟧
"""
PASS = r"""
面包屑：目录&nbsp;&gt;&nbsp;文章
价格&amp;服务
最后&nbsp;更新
转义写法 \u0041 表示字母
a &lt; b &amp;&amp; c &gt; d
&copy; 版权所有
R&D部门和A&B测试
AT&T是一家公司
最近&nbsp;佳节将至
段首&emsp;&emsp;空两格
路径 C:\users\public
\n表示换行
&hellip;省略号
第&nbsp;3&nbsp;页
H&M和C&A
"""


@pytest.mark.parametrize(("word", "sentence"), spread(FLAG))
def test_references_left_in_the_text_are_read(hidden: Hidden, word: str, sentence: str) -> None:
    assert (word, shown(sentence)[1]) in hidden(shown(sentence)[0])


@pytest.mark.parametrize("sentence", sentences(PASS))
def test_references_between_words_hide_nothing(hidden: Hidden, sentence: str) -> None:
    assert hidden(sentence) == set()

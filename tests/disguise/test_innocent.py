"""Innocent lines that look like disguises, checked against every rule: nothing may be restored in them."""

from __future__ import annotations

import pytest

from compliance import Checker
from tests.disguise.cases import sentences

LINES = """
志愿者们把疮口清洗干净后送去了兽医站
肿胀的留言板终于换成了新的
快递柜的编号从 sh1 排到 sh9，取件时看清楚
论文里的 α 组和 β 组各三十人
俄语课本第一课教字母а、о、е
公司内网地址里有 tnb 三个字母，是测试机的名字
dzy 同学的作业本落在教室了，患者家属也在找
bb霜和口红都放进化妆包
HP 打印机卡纸了，重启一下就好
SD 卡读不出来，换一张试试
公积金 gjj 查询入口改到了首页
fx 键盘快捷键可以自己改
TF 口红色号表已更新到群文件
“亻”是单人旁，“彳”是双人旁，不要写混
门字框里加口就是问，老师写在黑板上
文档里用`最`这个字做占位符
顶吸式抽油烟机和侧吸式的安装高度不一样
会议室在第 一 教学楼三层左转
列表里：唯，一，二，三，依次点名
合同里的甲方、乙方、丙方分别盖章
月中 15 号发工资，月底结账
木及第三根立柱已经刷完漆
小朋友把“女”和“子”拼在一起认出了好字
食堂今天有糖醋里脊和酸辣土豆丝
晚间篆刻的书法班周六开课，请带好印石
高音和血压计都在柜子里
爱症状描述的人容易自己吓自己
他捡肥料袋去卖，攒了半年学费
面馆的老板姓鲍，过年才回老家
钱包过安检时要放进托盘
微信步数今天走了一万步
我把信封微微折了一下
加拿大的冬天从十一月开始
卫星发射的直播今晚七点开始
老师教大家用拼音写“最好”：zui hao
zui 这个音节读第四声
她的网名叫 zhi，头像是一只猫
夏令营的营歌里有 gao gao 的山
WX 型号的轴承和 VX 型号不通用
请到 no.12 窗口排队，第 1 号到第 30 号
两点一刻开会，一点半先到的同学帮忙摆椅子
&amp; 和 &lt; 是网页里的转义写法
"""


@pytest.mark.parametrize("line", sentences(LINES))
def test_innocent_look_alikes_are_left_alone(line: str) -> None:
    report = Checker(industries=[]).check(line)
    assert [(v.excerpt, v.disguise.restored) for v in report.violations if v.disguise] == []

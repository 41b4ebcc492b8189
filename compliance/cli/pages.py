"""The help pages of all commands, in Chinese and English, with every argument they take."""

from __future__ import annotations

from compliance.cli.page import Argument, Option, Page

LANG = Option("--lang", ("界面语言", "language of messages"), ("zh|en", "zh|en"), choices=("zh", "en"))
COLOR = Option(
    "--color",
    (
        "颜色：auto 只在终端里用（也看 NO_COLOR、FORCE_COLOR）",
        "colours: auto means on a terminal (see NO_COLOR)",
    ),
    ("WHEN", "WHEN"),
    choices=("auto", "always", "never"),
    default="auto",
)
PACKS = Option(
    "--packs",
    ("另加自己的规则包：文件或文件夹，可重复", "your own packs: a file or folder, repeatable"),
    ("路径", "PATH"),
    repeatable=True,
)
INDUSTRY = Option(
    "--industry",
    (
        "行业，可重复或用逗号分开；不写则从文本识别",
        "industry, repeatable or comma-separated; default: detect",
    ),
    ("行业", "KEY"),
    repeatable=True,
)

PLATFORM = Option(
    "--platform",
    ("发布平台，可重复或用逗号分开", "platform, repeatable or comma-separated"),
    ("平台", "KEY"),
    repeatable=True,
)
CHANNEL = Option(
    "--channel",
    ("发布渠道：public、live、group……", "channel: public, live, group …"),
    ("渠道", "KEY"),
)
AS_OF = Option(
    "--as-of",
    ("按那一天有效的法规判断", "judge by the law in force that day"),
    ("年-月-日", "YYYY-MM-DD"),
)
CONFIG = Option("--config", ("只用这个设置文件", "use this settings file only"), ("文件", "FILE"))
NO_CONFIG = Option("--no-config", ("不看任何设置文件", "use no settings file"))

MAIN = Page(
    "compliance",
    ("compliance <命令> [参数]", "compliance <command> [arguments]"),
    (
        "预审：发布前检查营销内容。逐处指出位置、法条、理由和改写。",
        "Pre-publication review of Chinese marketing content: place, law, reason and rewrite for each risk.",
    ),
    arguments=(
        Argument(
            "check",
            ("check", "check"),
            ("检查文件、文件夹或标准输入", "check files, folders or standard input"),
        ),
        Argument(
            "rules",
            ("rules", "rules"),
            ("查看、搜索、测试规则，解释一句话", "list, show, test rules; explain a text"),
        ),
        Argument(
            "baseline",
            ("baseline", "baseline"),
            ("记下现有的发现，以后只报新的", "remember today's findings, report only new ones"),
        ),
        Argument(
            "config",
            ("config", "config"),
            ("对一个文件生效的设置，各自出自哪里", "the settings for a file and where they come from"),
        ),
        Argument(
            "serve", ("serve", "serve"), ("在本机浏览器里打开审核页", "open the review page in the browser")
        ),
    ),
    options=(Option("--version", ("版本", "version")), LANG),
    examples=(
        ("compliance check 脚本.md", ("检查一个文件", "check a file")),
        ("compliance rules explain '全网最低价'", ("这句话为什么被报", "why a text is flagged")),
        ("compliance serve", ("打开审核页", "open the page")),
    ),
    notes=(
        (
            "退出码：0 没有达到 --fail-on 的发现；1 有；2 用法、配置、规则包或文件有问题，或有规则未能判定。",
            "Exit codes: 0 nothing at --fail-on or above; 1 something; "
            "2 usage, configuration, pack, unreadable input, or a rule that could not decide.",
        ),
        (
            "每个命令都有自己的帮助：compliance check --help",
            "Each command has its own help: compliance check --help",
        ),
    ),
)

CHECK = Page(
    "compliance check",
    ("compliance check 路径... [参数]", "compliance check PATH... [options]"),
    (
        "检查脚本、文案、字幕、表格。路径可以是文件、文件夹、通配符或 -（标准输入）。"
        "文件头（Markdown front matter）里写的行业、平台、渠道，会补上命令行没给的。",
        "Check scripts, copy, subtitles, tables. A path is a file, a folder, a pattern or -. "
        "The file's own front matter fills what the command line leaves open.",
    ),
    arguments=(
        Argument(
            "paths",
            ("路径", "PATH"),
            ("要检查的文件、文件夹、通配符，或 -", "file, folder, pattern, or - (standard input)"),
            many=True,
            optional=True,
        ),
    ),
    options=(
        INDUSTRY,
        PLATFORM,
        CHANNEL,
        AS_OF,
        PACKS,
        Option(
            "--format",
            ("写到屏幕的格式，默认 text", "format on the screen, default text"),
            ("格式", "FORMAT"),
        ),
        Option(
            "--output",
            (
                "另写一份“格式:文件”，可重复；只写文件名则代替屏幕输出",
                "also write FORMAT:FILE, repeatable; a bare FILE replaces the screen",
            ),
            ("格式:文件", "FORMAT:FILE"),
            repeatable=True,
        ),
        Option(
            "--fail-on",
            (
                "达到哪一级就以 1 退出，默认 warning",
                "severity from which the exit code is 1, default warning",
            ),
            ("LEVEL", "LEVEL"),
            choices=("error", "warning", "info", "never"),
        ),
        Option(
            "--show-excused", ("列出因语境未报的命中及理由", "list matches that a context excused, and why")
        ),
        Option("--quiet", ("只列发现，不写小结", "findings only, no summary")),
        Option(
            "--stdin-filename",
            ("标准输入当作什么文件", "treat standard input as this file"),
            ("文件名", "NAME"),
        ),
        Option("--jobs", ("用几个进程，默认自动", "number of processes, default automatic"), ("N", "N")),
        Option("--no-progress", ("不显示进度条", "no progress bar")),
        CONFIG,
        NO_CONFIG,
        Option(
            "--baseline",
            ("只报基线文件里没有的发现", "report only what the baseline does not hold"),
            ("文件", "FILE"),
        ),
        Option(
            "--diff-base",
            (
                "只报相对这个 Git 版本改动的行（连同改动引起的缺失）",
                "report only lines changed since this Git revision",
            ),
            ("版本", "REV"),
        ),
        Option("--staged", ("只看 Git 暂存区里的改动", "report only what is staged in Git")),
        Option("--fix", ("写入安全的改写", "make the safe rewrites in the files")),
        Option("--dry-run", ("与 --fix 同用：只显示差异", "with --fix: print the diff only")),
        Option(
            "--unsafe-fixes",
            ("与 --fix 同用：也用第一条改写建议", "with --fix: also use the first suggestion"),
        ),
        Option(
            "--strict-suppressions",
            ("到期或多余的忽略注释也算失败", "comments out of date make the exit code 1"),
        ),
        Option("--no-cache", ("不用上次的结果", "do not use earlier results")),
        Option("--watch", ("文件一变就重新检查", "check again whenever a file changes")),
        LANG,
        COLOR,
    ),
    examples=(
        ("compliance check 脚本.md 字幕.srt", ("检查两个文件", "check two files")),
        ("compliance check 文案/ --industry cosmetics --platform douyin", ("一个文件夹", "a folder")),
        (
            "compliance check 合同.docx --output docx:批注.docx",
            ("把批注写回 Word", "comments in your Word file"),
        ),
        (
            "compliance check . --output sarif:out.sarif --output html:报告.html",
            ("同时写几种报告", "several reports in one run"),
        ),
        ("pbpaste | compliance check - --stdin-filename a.md", ("检查剪贴板", "check the clipboard")),
    ),
    notes=(
        (
            "格式：text json jsonl sarif github rdjsonl gitlab junit checkstyle csv xlsx html docx",
            "Formats: text json jsonl sarif github rdjsonl gitlab junit checkstyle csv xlsx html docx",
        ),
        (
            "退出码：0 没有达到 --fail-on 的发现；1 有；2 用法、配置、规则包、文件有问题，或有规则未能判定。",
            "Exit codes: 0 nothing at --fail-on or above; 1 something; 2 usage, config, input, undecided.",
        ),
        ("未检出不等于合规。", "“Nothing found” is not “compliant”."),
    ),
)

RULES = Page(
    "compliance rules",
    (
        "compliance rules list|show|test|explain|new|handbook|checklist|changes",
        "compliance rules list|show|test|explain|new|handbook|checklist|changes",
    ),
    (
        "规则是数据，不懂编程也能看懂、修改。",
        "Rules are data; you can read and change them without programming.",
    ),
    arguments=(
        Argument("list", ("list", "list"), ("列出规则", "list rules")),
        Argument("show", ("show", "show"), ("一条规则的全部内容", "everything about a rule")),
        Argument("test", ("test", "test"), ("跑规则里的例句", "run the examples inside the rules")),
        Argument(
            "explain",
            ("explain", "explain"),
            ("一句话命中什么、排除什么、为什么", "what a text meets, and why"),
        ),
        Argument("new", ("new", "new"), ("新建一个规则包", "start a pack of your own")),
        Argument("handbook", ("handbook", "handbook"), ("生成合规手册", "write a handbook")),
        Argument("checklist", ("checklist", "checklist"), ("生成发布前检查清单", "write a checklist")),
        Argument("changes", ("changes", "changes"), ("法规变化", "changes of the law")),
    ),
    options=(LANG,),
    examples=(
        ("compliance rules list --category medical-efficacy", ("某一类的规则", "rules of a category")),
        ("compliance rules show absolute.lowest-price", ("一条规则", "one rule")),
        ("compliance rules test --packs 我的规则/", ("测试自己的规则包", "test your own packs")),
    ),
)

RULES_LIST = Page(
    "compliance rules list",
    ("compliance rules list [参数]", "compliance rules list [options]"),
    ("列出规则：级别、编号、标题，按规则包分组。", "List rules by pack: severity, id, title."),
    options=(
        INDUSTRY,
        Option("--category", ("类别", "category"), ("类别", "KEY"), repeatable=True),
        Option(
            "--severity",
            ("级别", "severity"),
            ("LEVEL", "LEVEL"),
            repeatable=True,
            choices=("error", "warning", "info"),
        ),
        Option(
            "--format",
            ("text 或 json", "text or json"),
            ("格式", "FORMAT"),
            choices=("text", "json"),
            default="text",
        ),
        PACKS,
        LANG,
        COLOR,
    ),
    examples=(
        (
            "compliance rules list --industry education --severity error",
            ("教育行业的禁令", "bans in education"),
        ),
    ),
)

RULES_SHOW = Page(
    "compliance rules show",
    ("compliance rules show 编号", "compliance rules show ID"),
    (
        "一条规则：查什么、除外、为什么、依据、改写、例句。",
        "A rule: what, unless, why, law, rewrite, examples.",
    ),
    arguments=(Argument("rule", ("编号", "ID"), ("规则编号", "id of the rule")),),
    options=(PACKS, LANG, COLOR),
    examples=(("compliance rules show absolute.lowest-price", ("一条规则", "one rule")),),
)

RULES_TEST = Page(
    "compliance rules test",
    ("compliance rules test [规则包]", "compliance rules test [PACK]"),
    (
        "跑规则里的全部例句，并检查每条改写。0 全部通过，1 有失败，2 规则包读不了。",
        "Run every example and check every rewrite. 0 all pass, 1 failures, 2 a pack cannot be read.",
    ),
    arguments=(
        Argument(
            "pack",
            ("规则包", "PACK"),
            ("规则包的名称或文件；不写则全部", "name or file of a pack"),
            optional=True,
        ),
    ),
    options=(PACKS, LANG, COLOR),
    examples=(
        ("compliance rules test", ("全部", "all packs")),
        ("compliance rules test 我的规则.yaml", ("自己的一个文件", "a file of your own")),
    ),
)

RULES_EXPLAIN = Page(
    "compliance rules explain",
    ("compliance rules explain 文本 [参数]", "compliance rules explain TEXT [options]"),
    (
        "解释一句话：用了哪些规则包，怎样统一写法、还原变体，哪些规则命中，哪些被排除，为什么。",
        "Explain a text: which packs applied, how it was folded and restored, what matched or not, and why.",
    ),
    arguments=(
        Argument("text", ("文本", "TEXT"), ("要解释的话；- 为标准输入", "the text; - for standard input")),
    ),
    options=(
        INDUSTRY,
        Option("--platform", ("发布平台", "platform"), ("平台", "KEY"), repeatable=True),
        Option("--channel", ("发布渠道", "channel"), ("渠道", "KEY")),
        Option("--as-of", ("按那一天有效的法规", "law in force that day"), ("年-月-日", "YYYY-MM-DD")),
        PACKS,
        LANG,
        COLOR,
    ),
    examples=(("compliance rules explain '我们不敢说全网最低价'", ("为什么没报", "why it is not flagged")),),
)

SERVE = Page(
    "compliance serve",
    ("compliance serve [参数]", "compliance serve [options]"),
    (
        "在本机打开审核页：粘贴或上传，看标注、依据和改写。不联网，不保存。",
        "Open the review page on this machine: paste or upload, see marks, law and rewrites. Stores nothing.",
    ),
    options=(
        Option("--host", ("监听地址", "address to listen on"), ("地址", "HOST"), default="127.0.0.1"),
        Option("--port", ("端口", "port"), ("端口", "PORT"), default="8000"),
        Option("--no-browser", ("不自动打开浏览器", "do not open a browser")),
        LANG,
    ),
    examples=(("compliance serve --port 9000", ("换一个端口", "another port")),),
)

ALL = (
    MAIN,
    CHECK,
    RULES,
    RULES_LIST,
    RULES_SHOW,
    RULES_TEST,
    RULES_EXPLAIN,
    SERVE,
)

"""Every sentence that code shows to people, in Chinese and in English.

Rules, laws and suggestions are data and stay in their own language. Add a line here before showing a new
sentence; a test compares the keys used in code with this table and the placeholders of both languages.
"""

from __future__ import annotations

from collections.abc import Mapping

from compliance.key_names import NAMES

LANGUAGES = ("zh", "en")

_TEXTS: Mapping[str, tuple[str, str]] = {
    **NAMES,
    # severities
    "severity.error": ("错误", "error"),
    "severity.warning": ("警告", "warning"),
    "severity.info": ("提示", "info"),
    "severity.error.meaning": ("明令禁止", "expressly banned"),
    "severity.warning.meaning": ("取决于证明或标注", "depends on proof or a label"),
    "severity.info.meaning": ("请人看一眼", "a person should look"),
    # words beside a finding
    "label.place": ("位置", "place"),
    "label.excerpt": ("原文", "text"),
    "label.why": ("理由", "why"),
    "label.basis": ("依据", "law"),
    "label.penalty": ("罚则", "penalty"),
    "label.suggestion": ("改写", "rewrite"),
    "label.evidence": ("证明", "proof"),
    "label.disguise": ("还原", "restored"),
    "label.lowered": ("降级", "lowered"),
    "label.also": ("另涉", "also"),
    "label.insert": ("补在", "insert"),
    "label.fires_from": ("生效", "from"),
    "label.fix": ("替换", "fix"),
    "disguise.line": ("{written} → {restored}（{techniques}）", "{written} → {restored} ({techniques})"),
    "insert.start": ("全文开头", "at the beginning of the text"),
    "insert.end": ("全文结尾（第 {line} 行之后）", "at the end of the text (after line {line})"),
    "insert.line": ("第 {line} 行第 {column} 列处", "at line {line}, column {column}"),
    "fires_from.line": ("该规定自 {day} 起施行，届时适用", "the provision applies from {day} on"),
    "multiline": ("“{excerpt}”（至 {line}:{column}）", "“{excerpt}” (to {line}:{column})"),
    "confidence.secondary": ("据转载，请核对原文", "from a secondary source, please verify"),
    "confidence.memory": ("未核对原文", "not verified against the original"),
    "list.comma": ("、", ", "),
    "list.semicolon": ("；", "; "),
    "colon": ("：", ": "),
    "parentheses": ("（{inner}）", " ({inner})"),
    # summary
    "summary.heading": ("检查小结", "Summary"),
    "summary.counts": (
        "错误 {error} · 警告 {warning} · 提示 {info}",
        "{error} error(s) · {warning} warning(s) · {info} info",
    ),
    "summary.files": ("已检查 {checked} 个文件", "{checked} file(s) checked"),
    "summary.failed": ("{failed} 个未能检查", "{failed} could not be checked"),
    "summary.clean": ("没有检出风险", "No risk was found"),
    "summary.incomplete": ("检查没有完成", "The check is not complete"),
    "summary.excused": (
        "另有 {count} 处命中因语境或除外情形未报，加 --show-excused 查看理由",
        "{count} more match(es) excused by context; --show-excused shows why",
    ),
    "summary.category": ("类别", "by category"),
    "summary.industries": ("行业", "industries"),
    "summary.industry.given": ("指定", "given"),
    "summary.industry.detected": ("识别自文本：{why}", "detected: {why}"),
    "summary.industry.plain": ("识别自文本", "detected"),
    "summary.industry.files": ("{count} 个文件", "{count} file(s)"),
    "summary.industry.none": (
        "仅通用规则（文本里没有认出行业）",
        "general rules only (no industry recognised)",
    ),
    "summary.packs": ("规则包", "packs"),
    "summary.setting": ("口径", "setting"),
    "summary.channel": ("渠道 {channel}", "channel: {channel}"),
    "summary.platforms": ("平台 {platforms}", "platforms: {platforms}"),
    "summary.as_of": ("按 {day} 有效的法规", "law in force on {day}"),
    "summary.not_checked": ("未检查", "not checked"),
    "summary.not_read": ("未读取", "not read"),
    "summary.not_read.line": (
        "{count} 个文件的类型不认识：{names}",
        "{count} file(s) of unknown type: {names}",
    ),
    "summary.and_more": ("{names} 等 {count} 项", "{names} and more ({count} in all)"),
    "summary.undecided": ("未判定", "undecided"),
    "summary.notice": (
        "未检出不等于合规。以上是风险提示，不是法律意见。",
        "“Nothing found” is not “compliant”. These are risk hints, not legal advice.",
    ),
    "summary.suppressed": ("已搁置", "set aside"),
    "summary.suppressed.comment": ("注释说明了理由 {count}", "{count} accepted in a comment"),
    "summary.suppressed.settings": ("设置里说明了理由 {count}", "{count} accepted in the settings"),
    "summary.suppressed.baseline": ("基线里已有 {count}", "{count} in the baseline"),
    "summary.suppressed.unchanged": ("不在改动的行上 {count}", "{count} not on changed lines"),
    "notice.line": ("{place}：{text}", "{place}: {text}"),
    "excluded.line": (
        "设置里的 exclude 排除了 {count} 个文件，没有检查：{names}",
        "{count} file(s) not checked, excluded by the settings: {names}",
    ),
    "fix.made": ("{path}：改写了 {count} 处", "{path}: {count} rewrite(s) made"),
    "fix.refused": ("{place}：“{excerpt}”没有改写：{reason}", "{place}: “{excerpt}” was left: {reason}"),
    "baseline.fixed": (
        "基线里有 {count} 处已经改好；运行 compliance baseline update 把它们去掉",
        "{count} finding(s) of the baseline are fixed; compliance baseline update drops them",
    ),
    "baseline.written": ("{path}：记下了 {count} 处发现", "{path}: {count} finding(s) remembered"),
    "baseline.updated": (
        "{path}：去掉 {fixed} 处，留下 {count} 处；{new} 处新发现没有收进去",
        "{path}: {fixed} dropped, {count} kept; {new} new finding(s) not taken",
    ),
    "baseline.incomplete": (
        "有文件没有检查成，基线没有写；请先解决上面的问题",
        "some files could not be checked, so the baseline was not written; solve the problems above first",
    ),
    "baseline.total": ("共 {count} 处，{files} 个文件", "{count} finding(s) in {files} file(s)"),
    "baseline.missing": ("（缺少的声明）", "(missing statement)"),
    "config.none": (
        "没有找到设置文件（compliance.toml，或 pyproject.toml 里的 [tool.compliance]）",
        "no settings file was found (compliance.toml, or [tool.compliance] in pyproject.toml)",
    ),
    "config.from": ("{path}：设置来自 {file}", "{path}: settings from {file}"),
    "config.accept": (
        "{rule}：{reason}{until}",
        "{rule}: {reason}{until}",
    ),
    "config.excluded": (
        "这个文件不检查：{place} 的 exclude “{glob}”",
        "this file is not checked: exclude “{glob}” in {place}",
    ),
    "config.rule": ("{rule} 调为 {severity}：{reason}", "{rule} set to {severity}: {reason}"),
    "rules.new.written": (
        "写好了 {path}；改好后运行 compliance rules test {path}",
        "{path} is written; change it, then run compliance rules test {path}",
    ),
    "rules.new.exists": (
        "{path} 已经存在，没有覆盖；请换一个文件夹",
        "{path} exists and was not overwritten; name another folder",
    ),
    "watch.waiting": ("等待文件改动（按 Ctrl+C 停止）", "waiting for changes (Ctrl+C stops)"),
    "excused.heading": ("未报的命中及理由", "Excused matches and why"),
    "excused.title": ("已排除 {count} 处", "{count} excused match(es)"),
    "undecided.line": ("{rule}：{reason}", "{rule}: {reason}"),
    "failure.line": ("{path}：未能检查：{problem}", "{path}: could not be checked: {problem}"),
    # columns of tables
    "column.file": ("文件", "file"),
    "column.line": ("行", "line"),
    "column.column": ("列", "column"),
    "column.where": ("位置", "where"),
    "column.severity": ("级别", "severity"),
    "column.category": ("类别", "category"),
    "column.rule": ("规则", "rule"),
    "column.title": ("标题", "title"),
    "column.excerpt": ("原文", "excerpt"),
    "column.message": ("说明", "message"),
    "column.why": ("理由", "why"),
    "column.basis": ("依据", "legal basis"),
    "column.penalty": ("罚则", "penalty"),
    "column.suggestions": ("改写建议", "suggested rewrite"),
    "column.evidence": ("所需证明", "proof needed"),
    "column.disguise": ("还原", "restored"),
    "column.lowered": ("降级理由", "why lowered"),
    "column.fingerprint": ("指纹", "fingerprint"),
    "column.excuse": ("未报理由", "why excused"),
    "state.failed": ("未能检查", "could not be checked"),
    "state.undecided": ("未判定", "undecided"),
    "sheet.findings": ("检出", "findings"),
    "sheet.excused": ("未报命中", "excused"),
    "sheet.summary": ("小结", "summary"),
    # documents
    "html.title": ("预审报告", "Pre-publication review"),
    "html.findings": ("检出 {count} 处", "{count} finding(s)"),
    "html.partly": (
        "全文较长，只列出有检出的行。",
        "The text is long; only lines with findings are shown.",
    ),
    "html.back": ("回到原文", "back to the text"),
    "html.missing": ("缺少声明", "missing statement"),
    "docx.author": ("预审", "Pre-review"),
    "docx.initials": ("审", "PR"),
    "docx.unplaced": (
        "以下 {count} 条检出无法做成批注（不在正文段落里），列在这里：",
        "{count} finding(s) could not be attached as comments (outside body paragraphs):",
    ),
    "docx.needs_docx": (
        "docx 报告是把批注写回您自己的 Word 文件，需要恰好一个 .docx 输入；这次有 {count} 个。"
        "请只给一个 .docx 文件，或改用 --output html:报告.html",
        "the docx report writes comments into your own Word file and needs exactly one .docx input; "
        "this run has {count}. Give one .docx file, or use --output html:report.html",
    ),
    "docx.missing": (
        "“{path}”已不在原处或无法打开，批注无处可写：{problem}",
        "“{path}” is gone or cannot be opened, so comments cannot be written: {problem}",
    ),
    "format.needs_extra": (
        "格式“{name}”需要 {package}：pip install 'yushen-compliance[documents]'",
        "format “{name}” needs {package}: pip install 'yushen-compliance[documents]'",
    ),
    "junit.clean": ("没有检出风险", "no risk found"),
    "github.summary.table": (
        "| 级别 | 位置 | 原文 | 说明 | 依据 |",
        "| severity | place | text | message | law |",
    ),
    "github.summary.cut": ("其余 {count} 条见完整报告。", "{count} more in the full report."),
    # command line
    "cli.error": ("错误：{problem}", "error: {problem}"),
    "cli.hint": ("查看用法：{command} --help", "usage: {command} --help"),
    "cli.unknown_command": (
        "没有“{command}”这个命令；可用：{known}",
        "no command “{command}”; available: {known}",
    ),
    "cli.unknown_option": ("不认识的参数：{option}", "unknown argument: {option}"),
    "cli.missing_argument": ("缺少参数：{argument}", "missing argument: {argument}"),
    "cli.missing_value": ("{option} 后面缺少一个值", "{option} needs a value"),
    "cli.bad_choice": (
        "{option} 不能是“{value}”；可用：{known}",
        "{option} cannot be “{value}”; use: {known}",
    ),
    "cli.unknown_key": ("{kind}“{value}”不存在；可用：{known}", "unknown {kind} “{value}”; use: {known}"),
    "cli.kind.industry": ("行业", "industry"),
    "cli.kind.platform": ("平台", "platform"),
    "cli.kind.channel": ("渠道", "channel"),
    "cli.kind.category": ("类别", "category"),
    "cli.kind.path": ("路径", "PATH"),
    "cli.conflict": ("{one} 与 {other} 不能一起用", "{one} and {other} cannot be used together"),
    "cli.needs": ("{option} 要和 {other} 一起用", "{option} needs {other}"),
    "cli.bad_date": (
        "{option} 要写成 YYYY-MM-DD 的有效日期，例如 2026-11-22；给的是“{value}”",
        "{option} must be a real date as YYYY-MM-DD, e.g. 2026-11-22; got “{value}”",
    ),
    "cli.bad_number": (
        "{option} 要是 1 以上的整数；给的是“{value}”",
        "{option} must be 1 or more; got “{value}”",
    ),
    "cli.bad_port": ("--port 要在 0 到 65535 之间；给的是“{value}”", "--port must be 0–65535; got “{value}”"),
    "cli.no_match": (
        "“{pattern}”没有匹配到任何文件；请核对路径（写法相对当前文件夹 {folder}）",
        "“{pattern}” matches no file; check the path (relative to {folder})",
    ),
    "cli.no_files": (
        "“{folder}”里没有可检查的文件；请核对路径，或直接点名文件",
        "no checkable file in “{folder}”; check the path or name a file",
    ),
    "cli.stdin_twice": ("标准输入“-”只能给一次", "standard input “-” can be given once only"),
    "cli.outputs_clash": (
        "两个 --output 写到同一个文件“{path}”；请分开写",
        "two --output write to the same file “{path}”; use different files",
    ),
    "cli.binary_stdout": (
        "格式“{name}”不是文本，请写到文件：--output {name}:报告.{suffix}",
        "format “{name}” is not text; write it to a file: --output {name}:report.{suffix}",
    ),
    "cli.cannot_write": (
        "写不了“{path}”：{problem}；请换一个可写的位置",
        "cannot write “{path}”: {problem}; choose another place",
    ),
    "cli.cannot_list": (
        "无法列出文件夹“{path}”：{problem}",
        "cannot list folder “{path}”: {problem}",
    ),
    "cli.front_matter": (
        "文件头的设置用不了：{problem}",
        "the settings at the head of the file cannot be used: {problem}",
    ),
    "cli.interrupted": ("已中断", "interrupted"),
    "cli.crash": (
        "检查时程序出错：{problem}。这是程序的缺陷，请报告给维护者；设 {flag}=1 再运行可看到详情",
        "the program failed while checking: {problem}. This is a bug of ours; set {flag}=1 for details",
    ),
    "cli.progress": ("{done}/{total} 个文件", "{done}/{total} files"),
    # rules
    "rules.count": ("共 {count} 条规则", "{count} rule(s)"),
    "rules.none": ("没有符合条件的规则", "no rule fits"),
    "rules.pack": ("规则包", "pack"),
    "rules.conditions": ("命中条件", "matches"),
    "rules.needs": ("前提", "needs"),
    "rules.disguised": (
        "只算伪装书写的；照原样写不归它管",
        "counts only what is written in disguise; the plain word is nobody's business",
    ),
    "rules.unless": ("除外", "unless"),
    "rules.examples.flag": ("应报", "flags"),
    "rules.examples.pass": ("不应报", "passes"),
    "rules.examples.gap": ("已知不足", "known gaps"),
    "rules.file": ("文件", "file"),
    "rules.meaning": ("{word}（{meaning}）", "{word} ({meaning})"),
    "rules.by_industry": ("按行业", "by industry"),
    "rules.by_channel": ("按渠道", "by channel"),
    "rules.level.error": ("错误", "error"),
    "rules.level.warning": ("警告", "warning"),
    "rules.level.info": ("提示", "info"),
    "rules.level.off": ("不适用", "off"),
    "rules.then.auto": ("由语境决定", "as the context decides"),
    "rules.then.drop": ("不报", "not reported"),
    "rules.then.warning": ("降为警告", "lowered to warning"),
    "rules.then.info": ("降为提示", "lowered to info"),
    "rules.condition.terms": ("字面词 {words}", "words {words}"),
    "rules.condition.pattern": ("正则 {pattern}", "pattern {pattern}"),
    "rules.condition.together": ("同现（相隔 {within} 字内）{groups}", "together within {within}: {groups}"),
    "rules.condition.number": ("数值 {pattern}{limit}", "number {pattern}{limit}"),
    "rules.condition.number.above": ("，大于 {limit}", ", above {limit}"),
    "rules.condition.number.below": ("，小于 {limit}", ", below {limit}"),
    "rules.condition.tokens": ("词序列 {tokens}", "tokens {tokens}"),
    "rules.condition.missing": ("缺少 {name}", "missing {name}"),
    "rules.exemption.near": ("{within} 字内出现 {words}", "{words} within {within} characters"),
    "rules.exemption.context": ("语境 {names}", "context {names}"),
    "rules.exemption.covered_by": ("落在 {patterns} 之内", "inside {patterns}"),
    "rules.exemption.sentence": ("同句有 {patterns}", "sentence has {patterns}"),
    "rules.exemption.document": ("全文有 {patterns}", "text has {patterns}"),
    "rules.needs.commercial": ("文本有营销信号", "the text shows a commercial signal"),
    "rules.list_reference": ("词表 {name}", "list {name}"),
    "rules.test.ok": (
        "通过：{rules} 条规则，{examples} 个例句",
        "passed: {rules} rule(s), {examples} example(s)",
    ),
    "rules.test.failed": (
        "失败 {failures} 处：{rules} 条规则，{examples} 个例句",
        "{failures} failure(s): {rules} rule(s), {examples} example(s)",
    ),
    "rules.test.nothing": (
        "没有可测的规则；一个例句也没跑不算通过",
        "nothing to test; running no example is not a pass",
    ),
    # explain
    "explain.text": ("文本", "text"),
    "explain.folded": ("统一后", "folded"),
    "explain.same": ("与原文相同", "same as given"),
    "explain.matched": ("命中并报告", "matched and reported"),
    "explain.excused": ("命中但未报", "matched but excused"),
    "explain.nothing": ("没有规则命中", "no rule matched"),
    # serve
    "serve.ready": ("审核页已打开：{url}（按 Ctrl+C 停止）", "The review page is at {url} (Ctrl+C stops it)"),
    "serve.exposed": (
        "注意：{host} 不是本机地址，同一网络里的人都能打开这个页面，页面没有登录",
        "note: {host} is not a loopback address; anyone on the network can open the page, it has no login",
    ),
    "serve.port_taken": (
        "无法在 {host}:{port} 上启动：{problem}；换一个端口，例如 --port {other}",
        "cannot listen on {host}:{port}: {problem}; try another port, e.g. --port {other}",
    ),
    "serve.needs_page": (
        "这个安装里没有审核页：{problem}",
        "the review page is not part of this installation: {problem}",
    ),
    "serve.stopped": ("已停止", "stopped"),
}


def say(lang: str, key: str, /, **values: object) -> str:
    """The sentence ``key`` in ``lang`` ("zh" or "en"; anything else means "zh"), placeholders filled.

    Raises:
        KeyError: no such sentence, or a placeholder without a value.
    """
    text = _TEXTS[key][1 if lang == "en" else 0]
    return text.format(**values) if values else text


def name_of(lang: str, kind: str, key: str) -> str:
    """What people call a key: ``name_of("zh", "industry", "food")`` is 普通食品; unknown keys stay."""
    pair = _TEXTS.get(f"{kind}.{key}")
    return (pair[1] if lang == "en" else pair[0]) if pair else key


def join(lang: str, words: list[str] | tuple[str, ...]) -> str:
    """Words as an enumeration: 甲、乙 or a, b."""
    return say(lang, "list.comma").join(words)


def keys() -> tuple[str, ...]:
    """Every key of the catalogue."""
    return tuple(_TEXTS)


def both(key: str) -> tuple[str, str]:
    """The Chinese and the English sentence, placeholders unfilled."""
    return _TEXTS[key]


def choose_language(given: str | None, environ: Mapping[str, str]) -> str:
    """The language to speak: what is given, else COMPLIANCE_LANG, else the locale, else Chinese."""
    names = [given or "", *(environ.get(n, "") for n in ("COMPLIANCE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))]
    for name in names:
        if name.lower().startswith(LANGUAGES):
            return name[:2].lower()
    return "zh"

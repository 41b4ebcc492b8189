"""The style sheet of the HTML report.

Severity shows as word, colour and kind of underline, so that it survives grey print and colour blindness;
a test computes the contrast of every pair below.
"""

from __future__ import annotations

CSS = """
:root{color-scheme:light;--ink:#1a1c1f;--paper:#fff;--line:#c9ced6;
--error-tint:#ffe3e3;--error-ink:#b42318;--warning-tint:#fff0c7;--warning-ink:#8a5300;
--info-tint:#dbeafe;--info-ink:#1d4ed8;--quiet-tint:#eceff3;--quiet-ink:#5b6472}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.7;
font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:80rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 1rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem;overflow-wrap:anywhere;
border-top:1px solid var(--line);padding-top:1.5rem}
h3{font-size:1rem;margin:0}
a{color:var(--info-ink)}
code{color:var(--quiet-ink);overflow-wrap:anywhere}
.sides{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem;align-items:start}
.script{margin:0;padding-left:3.2rem;overflow-wrap:anywhere}
.script li{white-space:pre-wrap}
.script li::marker{color:var(--quiet-ink);font-size:.8rem}
.findings{list-style:none;margin:0;padding:0}
.findings li{border:1px solid var(--line);border-left-width:.35rem;border-radius:.4rem;
padding:.75rem 1rem;margin:0 0 1rem}
.findings li:target{outline:3px solid var(--info-ink)}
mark{color:var(--ink);text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
mark.error{background:var(--error-tint);text-decoration-color:var(--error-ink);text-decoration-style:solid}
mark.warning{background:var(--warning-tint);text-decoration-color:var(--warning-ink);text-decoration-style:dashed}
mark.info{background:var(--info-tint);text-decoration-color:var(--info-ink);text-decoration-style:dotted}
sup a{font-size:.75rem;margin-left:.15em}
.badge{border-radius:.3rem;padding:.05rem .45rem;font-size:.85rem}
.error .badge{background:var(--error-tint);color:var(--error-ink)}
.warning .badge{background:var(--warning-tint);color:var(--warning-ink)}
.info .badge{background:var(--info-tint);color:var(--info-ink)}
.findings li.error{border-left-color:var(--error-ink)}
.findings li.warning{border-left-color:var(--warning-ink);border-left-style:dashed}
.findings li.info{border-left-color:var(--info-ink);border-left-style:dotted}
blockquote{margin:.4rem 0;padding:.2rem .6rem;background:var(--quiet-tint);
overflow-wrap:anywhere;white-space:pre-wrap}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem .8rem;margin:.5rem 0 0}
dt{color:var(--quiet-ink)} dd{margin:0;overflow-wrap:anywhere}
p{margin:.3rem 0} .failure{color:var(--error-ink)} .notice{font-weight:600}
details{background:var(--quiet-tint);border-radius:.4rem;padding:.5rem 1rem;margin-top:1rem}
@media screen and (min-width:50rem){.script{position:sticky;top:1rem;
max-height:calc(100vh - 2rem);overflow:auto}}
@media (max-width:50rem){.sides{grid-template-columns:1fr} main{padding:1rem}}
@media print{body{font-size:10pt;line-height:1.5} main{max-width:none;padding:0}
.sides{display:block} .findings{margin-top:1rem} .findings li{break-inside:avoid}
mark,.badge,blockquote{-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{color:inherit;text-decoration:none} h2{break-after:avoid}}
@page{margin:18mm 15mm}
"""

//! The frame of a report as a page: one file, no script, nothing from elsewhere, light or dark as the reader has it.

use crate::vocabulary::Language;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#55595e;--line:#d3d6da;--paper:#fff;--good:#1d6b3a;--fair:#8a5a00;--bad:#a3261d}
@media (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--soft:#b4b8bd;--line:#43484e;--paper:#17191b;--good:#7fd6a0;--fair:#f0c674;--bad:#ff9d94}}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2.5rem}
.verdict{font-size:1.15rem;border-left:.3rem solid;padding-left:.8rem}
.good{color:var(--good)}.fair{color:var(--fair)}.bad{color:var(--bad)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600}tbody th{font-weight:600}th p{margin:.2rem 0 0;font-weight:400;color:var(--soft);max-width:44ch}
.n{text-align:right;font-variant-numeric:tabular-nums}code{font-family:ui-monospace,monospace;color:var(--soft);font-weight:400}
ul{padding-left:1.2rem;color:var(--soft)}";

/// A whole page.
pub(super) fn page(title: &str, body: &str, language: Language) -> String {
    let body = body
        .replace("<table>", "<div class=\"scroll\"><table>")
        .replace("</table>", "</table></div>");
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        language.code()
    )
}

/// Text that stands between tags.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

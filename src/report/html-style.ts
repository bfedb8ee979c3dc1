/** The style of the HTML report. One colour stands for one severity everywhere, also in print. */
export const style = `
:root{color-scheme:light dark;
--bg:#f6f6f3;--panel:#fff;--ink:#1d1f22;--soft:#5a5f66;--line:#e2e2dc;--code:#f5f5f1;--accent:#23598c;
--critical:#95105a;--high:#b42318;--medium:#8a5a00;--low:#1c6090;--info:#5a5f66;--good:#1f6f43;--bad:#b42318;
--sans:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{
--bg:#121416;--panel:#1a1d20;--ink:#e5e5e1;--soft:#a0a6ad;--line:#2d3136;--code:#131619;--accent:#8cbdf0;
--critical:#ff85c2;--high:#ff8f85;--medium:#efba55;--low:#7cc3f0;--info:#a0a6ad;--good:#74cf9d;--bad:#ff8f85}}
*{box-sizing:border-box}
html{scroll-padding-top:5rem}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 var(--sans)}
.page{max-width:76rem;margin:0 auto;padding:1.75rem 1.5rem 5rem}
h1,h2,h3,p,dl,dd,ul,table{margin:0;padding:0}
h2{font-size:1.05rem;font-weight:650;margin:2.75rem 0 .8rem;letter-spacing:-.005em}
code,pre,.mono{font-family:var(--mono);font-size:.86em}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
.soft{color:var(--soft)}
.nowrap{white-space:nowrap}
.critical{--tone:var(--critical)}.high{--tone:var(--high)}.medium{--tone:var(--medium)}
.low{--tone:var(--low)}.info{--tone:var(--info)}.good{--tone:var(--good)}.bad{--tone:var(--bad)}

.top{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .7rem;margin-bottom:1.4rem}
.top svg{width:1.45rem;height:1.45rem;color:var(--accent);flex:none}
.top h1{font-size:1.15rem;font-weight:680;letter-spacing:-.01em}
.top .target{font-family:var(--mono);font-size:.9rem;overflow-wrap:anywhere}
.top .when{margin-left:auto;color:var(--soft);font-size:.85rem}

.glance{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:1rem}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem}
.verdict{border-left:5px solid var(--tone)}
.verdict strong{display:block;font-size:1.35rem;font-weight:680;letter-spacing:-.015em;color:var(--tone)}
.verdict ul,.verdict li{list-style:none;color:var(--soft)}
.verdict .first{margin-top:.55rem;display:grid;gap:.1rem;font-size:.92rem}
.verdict .first b{font-weight:600;font-variant-numeric:tabular-nums;color:var(--ink)}
.verdict .problem{color:var(--bad)}
.provenance{margin-top:1rem;border-left:5px solid var(--tone)}
.provenance strong{color:var(--tone);font-weight:650}
.provenance dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin-top:.35rem;font-size:.92rem}
.provenance dt{color:var(--soft)}
.provenance dd{overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.covered .label{display:flex;justify-content:space-between;gap:1rem;margin-bottom:.55rem}
.covered strong{font-weight:620}
.bar{display:block;width:100%;height:9px;border-radius:5px;overflow:hidden;background:var(--line)}
.bar .checked{fill:var(--good)}.bar .skipped{fill:var(--soft);opacity:.45}.bar .failed{fill:var(--bad)}
.legend{display:grid;grid-template-columns:auto auto 1fr;gap:.1rem .6rem;margin-top:.7rem;font-size:.87rem}
.legend dt{color:var(--soft)}.legend dd{font-variant-numeric:tabular-nums}
.legend dd.n{text-align:right}.legend dd.why{color:var(--soft)}
.legend .failed{color:var(--bad);font-weight:600}

.tiles{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:.6rem;margin-top:1rem}
.tile{display:flex;align-items:baseline;gap:.55rem;text-align:left;font:inherit;color:inherit;cursor:pointer;
background:var(--panel);border:1px solid var(--line);border-left:5px solid var(--tone);border-radius:8px;padding:.5rem .8rem}
.tile b{font-size:1.3rem;font-weight:680;font-variant-numeric:tabular-nums;color:var(--tone)}
.tile[aria-pressed=false]{opacity:.5;border-left-color:var(--line)}
.tile.none{--tone:var(--line);color:var(--soft)}.tile.none b{color:var(--soft)}
.tile:disabled{cursor:default}

.tools{position:sticky;top:0;z-index:2;display:none;grid-template-columns:minmax(11rem,2fr) repeat(3,minmax(8rem,1.2fr)) auto;
gap:.5rem;align-items:center;margin:1.25rem -.5rem 0;padding:.6rem .5rem;background:var(--bg);border-bottom:1px solid transparent}
.js .tools{display:grid}
.tools input,.tools select,.tools button{width:100%;min-width:0;height:2.2rem;font:inherit;font-size:.88rem;color:inherit;
background:var(--panel);border:1px solid var(--line);border-radius:7px;padding:0 .6rem}
.tools button,.copy{cursor:pointer}
.tools button{white-space:nowrap}
.tools button:hover,.copy:hover,.tile:not(:disabled):hover{border-color:var(--soft)}
.shown{display:none;color:var(--soft);font-size:.86rem;margin:.6rem 0 0}
.js .shown{display:block}

.group{margin-top:1.5rem}
.group>h3{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline;font-size:.93rem;font-weight:640;margin-bottom:.45rem}
.group>h3 .name{overflow-wrap:anywhere}
.by-file .group>h3 .name,.by-check .group>h3 .name{font-family:var(--mono);font-size:.9rem}
.group>h3 .tally{color:var(--soft);font-weight:400;font-size:.85rem;margin-left:auto}
.finding{background:var(--panel);border:1px solid var(--line);border-left:4px solid var(--tone);margin-top:-1px;
content-visibility:auto;contain-intrinsic-size:auto 4.1rem}
.group>h3+.finding{border-top-right-radius:8px}
.finding:last-child{border-bottom-right-radius:8px}
.finding>summary{display:grid;grid-template-columns:5rem minmax(0,1fr) auto;gap:0 .8rem;align-items:baseline;
padding:.6rem 1rem .6rem .85rem;cursor:pointer;list-style:none}
.finding>summary::-webkit-details-marker{display:none}
.finding>summary:hover{background:color-mix(in srgb,var(--tone) 5%,transparent)}
.finding>summary:focus-visible{outline-offset:-2px}
.badge{font-size:.8rem;font-weight:660;color:var(--tone)}
.what{font-weight:560;overflow-wrap:anywhere}
.fails{margin-left:.25rem;padding:.05rem .4rem;border:1px solid currentColor;border-radius:99px;font-size:.7rem;font-weight:600;
color:var(--bad);white-space:nowrap;vertical-align:.1em}
.where{font-family:var(--mono);font-size:.82rem;color:var(--soft);text-align:right;overflow-wrap:anywhere}
.by-file .where .path{display:none}
.line{grid-column:2/-1;display:flex;gap:1.2rem;justify-content:space-between;min-width:0;color:var(--soft);font-size:.86rem}
.line code{overflow:hidden;text-overflow:ellipsis;white-space:pre;min-width:0}
.line .check{flex:none;margin-left:auto;font-family:var(--mono);font-size:.94em}
.by-check .line .check{display:none}
.finding[open] .line code{display:none}
.body{padding:.1rem 1rem 1.1rem calc(5rem + 1.65rem);display:grid;gap:.8rem;min-width:0}
.body>*{min-width:0}
.code{margin:0;padding:.55rem 0;background:var(--code);border:1px solid var(--line);border-radius:7px;overflow-x:auto;
font-size:.82rem;line-height:1.6;tab-size:4;direction:ltr}
.code span{display:block;min-height:1.6em;width:max-content;min-width:100%;padding:0 .9rem;white-space:pre}
.code .hit{background:color-mix(in srgb,var(--tone) 7%,transparent)}
.code i{display:inline-block;min-width:2.6rem;padding-right:1rem;text-align:right;font-style:normal;color:var(--soft);
opacity:.8;user-select:none}
.code mark{color:inherit;background:color-mix(in srgb,var(--tone) 20%,transparent);border-bottom:2px solid var(--tone);border-radius:2px 2px 0 0}
.flow ol{list-style:none;margin:0;padding:0}
.flow li{position:relative;display:grid;gap:.1rem;padding:0 0 .7rem 2.1rem}
.flow li::before{content:attr(value);position:absolute;left:0;top:.1rem;width:1.35rem;height:1.35rem;border-radius:99px;
display:grid;place-items:center;font-size:.72rem;font-weight:600;color:var(--soft);background:var(--panel);border:1px solid var(--line);z-index:1}
.flow li:not(:last-child)::after{content:"";position:absolute;left:.67rem;top:1.3rem;bottom:-.2rem;border-left:1px solid var(--line)}
.flow li:last-child{padding-bottom:0}
.flow li:last-child::before{color:var(--tone);border-color:var(--tone)}
.flow li.gap{color:var(--soft);font-style:italic}
.flow li.gap::before{content:"⋮";border-color:transparent}
.flow .file{font-family:var(--mono);font-size:.82rem;color:var(--soft);overflow-wrap:anywhere}
.flow .say{display:block;overflow-wrap:anywhere}
.flow .at{font-family:var(--mono);font-size:.82rem;color:var(--soft);margin-right:.35rem}
.flow li>code{justify-self:start;max-width:100%;padding:.12rem .5rem;background:var(--code);border:1px solid var(--line);border-radius:5px;
font-size:.82rem;white-space:pre;overflow-x:auto}
.way{container-type:inline-size;padding:.35rem 0 .15rem}
.way svg{display:block;max-width:100%;height:auto;overflow:visible}
.way .down{display:none}.way.tall .down{display:block}
.way rect{fill:var(--code);stroke:var(--line);stroke-width:1.3}
.way .icon{fill:none;stroke:var(--soft);stroke-width:1.15;stroke-linejoin:round;stroke-linecap:round}
.way text{font-family:var(--sans);fill:var(--soft)}
.way .kind{font-size:11px}
.way .name{font:600 12.5px var(--mono);fill:var(--ink)}
.way .words{font-size:11.5px}
.way .shaft{fill:none;stroke:var(--soft);stroke-width:1.4}
.way .head{fill:var(--soft)}
.way circle{fill:var(--panel);stroke:var(--line)}
.way .number{font-size:9.5px;font-weight:600;text-anchor:middle}
.way .danger rect{fill:color-mix(in srgb,var(--tone) 9%,var(--panel));stroke:var(--tone)}
.way .danger circle{stroke:var(--tone)}
.way .danger .icon{stroke:var(--tone)}
.way .danger .name,.way .danger .kind,.way .danger .number{fill:var(--tone)}
.way .caption .words{font-weight:560;fill:var(--ink)}
@container (max-width:52rem){.way.long .across{display:none}.way.long .down{display:block}}
@container (max-width:41rem){.way .across{display:none}.way .down{display:block}}
.paste{display:grid;grid-template-columns:minmax(0,1fr) auto;align-items:start;gap:.15rem .6rem;margin-top:.45rem;
padding:.4rem .5rem .5rem .9rem;background:var(--code);border:1px solid var(--line);border-radius:7px}
.paste span{color:var(--soft);font-size:.8rem;grid-row:1}
.paste pre{margin:0;grid-column:1/-1;grid-row:2;overflow-x:auto;white-space:pre;font-size:.82rem;line-height:1.55;tab-size:2}
.paste .copy{grid-column:2;grid-row:1}
.counts{color:var(--soft);margin:-.35rem 0 .7rem}
.asset{min-width:11rem}
#inventory td.path{min-width:7rem}
.asset b{display:block;font-weight:600;overflow-wrap:anywhere}
.asset span{font-family:var(--mono);font-size:.8rem;overflow-wrap:anywhere}
.uses a,.uses span{display:block;overflow-wrap:anywhere}
.uses span{font-family:var(--mono);font-size:.8rem}
.tally{color:var(--tone);font-weight:600;text-decoration:none;white-space:nowrap}
#inventory tr:target{background:color-mix(in srgb,var(--accent) 9%,transparent)}
.answers h3{font-size:.93rem;font-weight:620;margin:1rem 0 .3rem}
.bar .unknown{fill:var(--medium)}
.cause{border-top:1px solid var(--line)}
.cause>summary{cursor:pointer;padding:.3rem 0;overflow-wrap:anywhere}
.cause b{display:inline-block;min-width:2.2rem;font-variant-numeric:tabular-nums}
.cause ul{list-style:none;padding:0 0 .5rem 3.35rem;font-size:.9em}
.say{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.35rem 1rem}
.body .say+.say{margin-top:-.45rem}
.say dt{color:var(--soft)}
.say dd{overflow-wrap:anywhere}
.say ul{list-style:none}
.say code,.prose code{background:var(--code);border:1px solid var(--line);border-radius:4px;padding:.05em .3em}
.controls{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.12rem 1rem}
.controls .id{font-family:var(--mono);font-size:.84em;overflow-wrap:anywhere}
.more>summary,.fold>summary{cursor:pointer;color:var(--soft)}
.more>summary{font-size:.9em;margin-top:.15rem}
.ids{color:var(--soft);font-size:.85rem}
.copy{font:inherit;font-size:.78rem;color:var(--accent);background:none;border:1px solid var(--line);border-radius:5px;padding:0 .45rem;display:none}
.js .copy{display:inline-block}

.about{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.9rem 1.1rem 1rem;margin-top:.6rem}
.about>h3{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline;font-size:.95rem;font-weight:620;margin-bottom:.5rem}
.about>h3 code{color:var(--soft);font-weight:400}
.scroll{overflow-x:auto;background:var(--panel);border:1px solid var(--line);border-radius:8px}
table{width:100%;border-collapse:collapse;font-size:.88rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .9rem;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--soft);font-weight:500}
td.path{font-family:var(--mono);font-size:.82rem;overflow-wrap:anywhere;min-width:14rem}
td.num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.empty{background:var(--panel);border:1px dashed var(--line);border-radius:10px;padding:2rem;text-align:center;color:var(--soft);margin-top:1.25rem}
.fold{margin-top:.8rem}.fold>summary{margin-bottom:.6rem}
footer{margin-top:3rem;color:var(--soft);font-size:.84rem}

@media (max-width:60rem){
.tools{grid-template-columns:1fr 1fr 1fr;position:static}
.tools .search{grid-column:1/-1}
}
@media (max-width:44rem){
.page{padding:1.1rem .9rem 3rem}
.glance{grid-template-columns:1fr}
.tiles{grid-template-columns:repeat(auto-fit,minmax(6.6rem,1fr))}
.tools{grid-template-columns:1fr 1fr}
.finding>summary{grid-template-columns:minmax(0,1fr) auto}
.what{grid-column:1/-1;grid-row:2}
.where{grid-row:1;grid-column:2}
.line{grid-column:1/-1;flex-direction:column;gap:.1rem}
.body{padding-left:1rem}
.code i{min-width:1.6rem;padding-right:.7rem}
.line .check{margin-left:0}
.say{grid-template-columns:1fr;gap:.1rem}
.say dd{margin-bottom:.4rem}
.controls{grid-template-columns:1fr}
.top .when{margin-left:0;width:100%}
#inventory table,#inventory tbody{display:block}
#inventory thead{display:none}
#inventory tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.1rem .8rem;padding:.6rem .9rem;border-top:1px solid var(--line)}
#inventory tr:first-child{border-top:0}
#inventory td{border:0;padding:0;grid-column:1/-1;order:3}
#inventory td:first-child{grid-column:1;order:1;color:var(--soft)}
#inventory td.num{grid-column:2;order:2}
}
@media (prefers-reduced-motion:no-preference){.finding>summary,.tile{transition:background-color .12s,opacity .12s}}
@media print{
@page{margin:14mm}
:root{color-scheme:light;--bg:#fff;--panel:#fff;--ink:#000;--soft:#4a4f55;--line:#cfcfc9;--code:#f7f7f4;--accent:#23598c;
--critical:#95105a;--high:#b42318;--medium:#7a4f00;--low:#1c6090;--info:#4a4f55;--good:#1f6f43;--bad:#b42318}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10pt}
.page{max-width:none;padding:0}
.js .tools,.js .shown,.js .copy,.body .why{display:none}
.finding{content-visibility:visible}
.finding,.about{break-inside:avoid}
details::details-content{content-visibility:visible!important;display:block;block-size:auto}
.finding .line code{display:block}
.group>h3,h2{break-after:avoid}
.code span{white-space:pre-wrap;width:auto;overflow-wrap:anywhere}
.scroll{overflow:visible}
}
`;

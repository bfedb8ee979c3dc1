/** What the page of an attack adds to the style of every report. One colour stands for one attack everywhere. */
export const robustnessStyle = `
:root{--c0:#23598c;--c1:#b4531a;--c2:#2f7d53;--c3:#8a3a86;--c4:#8a6a00;--c5:#3f6f7d;--grid:#e6e6e0;--track:#eeeeea}
@media (prefers-color-scheme:dark){:root{--c0:#8cbdf0;--c1:#f0a56c;--c2:#7fd3a2;--c3:#dfa0dc;--c4:#e4c25f;--c5:#8fc7d6;--grid:#2a2e32;--track:#24282b}}
.under{display:grid;grid-template-columns:minmax(0,1.08fr) minmax(0,1fr);gap:1rem}
.under .panel>h3,.panel.wide>h3{font-size:.95rem;font-weight:640;margin-bottom:.15rem}
.under .panel>p,.panel.wide>p{color:var(--soft);font-size:.86rem;margin-bottom:.7rem}
.panel.wide{margin-top:1rem}
.chart{display:block;width:100%;height:auto;overflow:visible}
.chart text{font:12px var(--sans);fill:var(--soft);font-variant-numeric:tabular-nums}
.chart .name{fill:var(--ink);font-weight:520}
.chart .strong{font-weight:680}
.chart .value{fill:var(--ink);font-weight:640;text-anchor:end}
.chart .axis{font-size:11px}
.chart .grid{stroke:var(--grid);stroke-width:1}
.chart .track{fill:var(--track)}
.chart .clean{fill:var(--accent)}
.chart .kept{fill:var(--good)}.chart .part{fill:var(--medium)}.chart .lost{fill:var(--bad)}
.chart .whisker{stroke:var(--ink);stroke-width:1.4;fill:none;opacity:.75}
.chart .bar-line{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:4 3}
.chart .line{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
.chart .band{opacity:.11}
.chart .link{stroke:var(--line);stroke-width:5;stroke-linecap:round}
.k0{--k:var(--c0)}.k1{--k:var(--c1)}.k2{--k:var(--c2)}.k3{--k:var(--c3)}.k4{--k:var(--c4)}.k5{--k:var(--c5)}
.chart .line{stroke:var(--k)}.chart .band,.chart .dot{fill:var(--k)}
.chart .dot{stroke:var(--panel);stroke-width:1.3}
.keys{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin-top:.5rem;font-size:.86rem}
.keys i{display:inline-block;width:.95rem;height:.28rem;border-radius:2px;background:var(--k);margin-right:.45rem;vertical-align:middle}
.keys .clean-key{--k:var(--accent)}.keys .robust-key{--k:var(--bad)}
.trust{list-style:none;display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.75rem 2rem}
.trust li{display:grid;grid-template-columns:1.5rem minmax(0,1fr);gap:.1rem .55rem;align-items:start;font-size:.9rem}
.trust li>i{font-style:normal;font-weight:700;width:1.4rem;height:1.4rem;border-radius:99px;display:grid;place-items:center;font-size:.82rem;
color:var(--k);border:1.5px solid var(--k);margin-top:.05rem}
.trust .good{--k:var(--good)}.trust .warning{--k:var(--medium)}.trust .open{--k:var(--soft)}
.trust .warning>i{background:var(--k);color:var(--panel)}
.trust b{font-weight:620;display:block}
.trust span{color:var(--soft)}
.trust .warning span{color:var(--ink)}
.examples{display:grid;grid-template-columns:repeat(auto-fill,minmax(19.5rem,1fr));gap:.8rem}
.example{margin:0;background:var(--panel);border:1px solid var(--line);border-radius:9px;padding:.75rem .8rem .7rem;display:grid;gap:.5rem;break-inside:avoid}
.triple{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.55rem}
.triple div{min-width:0;text-align:center;font-size:.78rem;color:var(--soft);line-height:1.35}
.triple img{display:block;width:100%;aspect-ratio:1;object-fit:contain;border-radius:5px;background:var(--code);border:1px solid var(--line);margin-bottom:.3rem}
.triple .crisp{image-rendering:pixelated}
.triple b{display:block;font-weight:620;color:var(--ink);overflow-wrap:anywhere}
.triple .fooled b{color:var(--bad)}
.example figcaption{color:var(--soft);font-size:.8rem;border-top:1px solid var(--line);padding-top:.4rem}
.verdicts{display:flex;align-items:baseline;gap:.6rem;font-size:.92rem}
.verdicts b{font-weight:620}.verdicts .fooled{color:var(--bad)}
.example table{font-size:.82rem}
.example td,.example th{padding:.2rem .4rem}
.across-x{overflow-x:auto}
.across-x td,.across-x th{padding:.42rem .5rem}
.attacks td{white-space:nowrap}
.attacks .parameters{white-space:normal;color:var(--soft);font-size:.8rem;font-family:var(--mono);overflow-wrap:anywhere;border-top:0;padding-top:0}
.attacks th.num{text-align:right}
.beyond td{padding:.22rem .5rem;white-space:nowrap}.beyond .across{width:72%}
.trigger{margin:.7rem 0 0;font-size:.8rem;color:var(--soft)}
.trigger img{width:8rem;border-radius:5px;border:1px solid var(--line);image-rendering:pixelated;display:block;margin-bottom:.3rem}
.measured dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1rem;font-size:.88rem}
.measured dt{color:var(--soft)}.measured dd{overflow-wrap:anywhere}
.under>*{min-width:0}
@media (max-width:60rem){.under{grid-template-columns:1fr}}
@media (max-width:44rem){.trust{grid-template-columns:1fr}.examples{grid-template-columns:1fr}}
`;

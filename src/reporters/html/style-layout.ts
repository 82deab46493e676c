/** The page around the matrix: type, head, filters, quotes, findings, dialog. */
export const layout = `
* { box-sizing: border-box }
[hidden] { display: none !important }
html { font: 100%/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink) }
h1, h2, .share b, blockquote, .promise > th > a { font-family: Charter, 'Iowan Old Style', 'Palatino Linotype', Georgia, 'Liberation Serif', serif }
h1 { font-size: clamp(1.7rem, 4vw, 2.6rem); line-height: 1.15; font-weight: 600; letter-spacing: -0.01em; margin: 0 0 1.75rem; max-width: 24em; text-wrap: balance }
h2 { font-size: 1.6rem; line-height: 1.2; font-weight: 600; margin: 0 0 .5rem }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
.head, main, footer { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) }
.skip { position: absolute; left: -100vw; background: var(--card); padding: .75rem 1rem; z-index: 9 }
.skip:focus { left: 1rem; top: 1rem }
.bar { display: flex; align-items: center; gap: 1rem; padding: 1.25rem 0 2.25rem; color: var(--soft) }
.bar p { margin: 0 } .brand { font-weight: 700; color: var(--ink) } .bar button { margin-left: auto }
button, select, input { font: inherit; color: inherit; background: var(--card); border: 1px solid light-dark(#8d877d, #77797f); border-radius: .4rem; padding: .4rem .7rem; min-height: 2.5rem; max-width: 100% }
button { cursor: pointer } button:hover { background: var(--quiet) } button[aria-pressed=true] { background: var(--ink); color: var(--paper) }
.news { display: grid; grid-template-columns: minmax(16rem, 1fr) minmax(0, 2fr); gap: 1.5rem 4rem; align-items: center; padding: 1.75rem 0; border-block: 1px solid var(--line) }
.share { margin: 0; display: flex; align-items: center; gap: 1.25rem }
.share b { font-size: clamp(3.5rem, 9vw, 5.5rem); line-height: 1; font-weight: 600; letter-spacing: -.03em; white-space: nowrap }
.share span { color: var(--soft); max-width: 15em }
.chart { margin: 0 } .chart svg { display: block; width: 100%; height: 2.25rem }
rect { fill: var(--fill) }
ul { padding-left: 1.2rem } .legend, .key, .counts { list-style: none; padding: 0 }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; margin: .9rem 0 0; font-size: .95rem }
.legend li { display: flex; gap: .4rem; align-items: baseline }
.swatch { display: inline-grid; place-items: center; align-self: center; width: 1.35rem; height: 1.35rem; border-radius: .25rem; background: var(--ground); color: var(--text); font-size: .85rem; font-weight: 700; line-height: 1; box-shadow: inset 0 -3px 0 var(--fill) }
.counts { margin: 1.1rem 0 0; color: var(--soft) } .counts .bad { color: var(--bad); font-weight: 600 } .counts .warn { color: var(--fee); font-weight: 600 } .counts .good { color: var(--good); font-weight: 600 }
#filters { display: flex; flex-wrap: wrap; gap: .9rem 1rem; align-items: end; margin: 2.25rem 0 0; padding: 1rem 1.25rem; background: var(--quiet); border-radius: .6rem }
#filters label { display: grid; gap: .2rem; font-size: .85rem; color: var(--soft); min-width: 0 } #filters .text { flex: 1 1 14rem }
#filters select, #filters input { color: var(--ink); font-size: 1rem; width: 100% } #filters select { max-width: 14rem }
#shown { flex-basis: 100%; margin: 0; font-size: .95rem }
main > section { margin-top: 3.5rem }
.hint, .note, figcaption, .facts, .key { color: var(--soft) } .hint { margin: 0 0 .75rem }
.verdict, .severity { display: inline-block; padding: .05rem .5rem; border-radius: 1rem; background: var(--ground); color: var(--text); font: 600 .82rem/1.5 system-ui, 'Liberation Sans', sans-serif; white-space: nowrap }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: .75rem }
.quote { margin: 0; padding: .8rem 1rem; background: var(--quiet); border-radius: .4rem; border-left: 3px solid var(--line); min-width: 0 }
.quote.say { border-left-color: light-dark(#1c4f7c, #9cc8ef) } .quote.do { border-left-color: light-dark(#9a6a12, #e0b462) }
figcaption { font-size: .85rem; overflow-wrap: anywhere } figcaption b { color: var(--ink) }
figcaption .touchpoint { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; white-space: nowrap }
blockquote { margin: .4rem 0 0; font-size: 1.1rem; line-height: 1.5; overflow-wrap: anywhere }
mark { background: var(--mark); color: inherit; padding: .05em .1em; border-radius: .15em; text-decoration: underline 2px; text-underline-offset: .2em }
.note { margin: .4rem 0 0; font-size: .9rem }
#findings > .page { margin-top: 2rem } #findings h3 { font-size: 1rem; margin: 0 0 .75rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
.finding { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.25rem; margin-bottom: 1rem }
.many .finding { content-visibility: auto; contain-intrinsic-size: auto 22rem }
.finding h4 { font-size: 1.1rem; line-height: 1.4; margin: 0 0 .8rem; text-wrap: pretty }
dl { margin: .9rem 0 0; display: grid; gap: .35rem } dl div { display: grid; grid-template-columns: 10rem 1fr; gap: .75rem } dt { color: var(--soft) } dd { margin: 0; max-width: 46em; overflow-wrap: anywhere }
details { margin-top: .6rem; font-size: .95rem } summary { color: var(--soft); cursor: pointer; width: fit-content }
code { font-size: .9em } .place { overflow-wrap: anywhere }
.told + .told { margin-top: 1.5rem } .fix, .change { margin: .7rem 0 0; max-width: 46em } .what { margin: 0 0 .7rem }
dialog { width: min(60rem, 100vw - 2rem); max-height: min(46rem, 100vh - 2rem); border: 1px solid var(--line); border-radius: .8rem; padding: 1.5rem clamp(1rem, 3vw, 2rem) 2rem; background: var(--card); color: var(--ink); box-shadow: 0 1rem 3rem #0006; overflow: auto }
dialog::backdrop { background: #0008 } dialog > button { float: right; margin-left: 1rem } dialog h2 { font-size: 1.35rem; line-height: 1.35; margin-bottom: 1.25rem; overflow-wrap: anywhere }
#detail-body { clear: both }
#pairs { display: none } #pairs h3 { font-size: 1.05rem; margin: 1.75rem 0 .6rem }
footer { margin-top: 4rem; padding-block: 1.25rem 2.5rem; color: var(--soft); font-size: .9rem }
@media (scripting: none) { #pairs { display: block } #filters { display: none } tr[hidden] { display: table-row !important } }
@media screen and (max-width: 52rem) { .news { grid-template-columns: 1fr } dl div { grid-template-columns: 1fr; gap: 0 } #filters label, #filters select { flex: 1 1 9rem; max-width: none } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`

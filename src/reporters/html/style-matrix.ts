/** The matrix: the row and the column heads stay in sight, and a cell is large enough for a finger. */
export const matrixStyle = `
.key { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin: 0 0 1rem; font-size: .9rem }
.scroll { overflow: auto; max-height: min(85vh, 60rem); border: 1px solid var(--line); border-radius: .6rem; background: var(--card); scroll-padding: 14rem 0 2rem 24rem }
table { border-collapse: separate; border-spacing: 0; min-width: 100% }
thead th { position: sticky; top: 0; z-index: 2; background: var(--card); text-align: left; vertical-align: bottom; padding: .7rem .75rem; border-bottom: 2px solid var(--line); font-size: .9rem; line-height: 1.3 }
thead th small { display: block; font-weight: 400; color: var(--soft); overflow-wrap: anywhere }
thead th:first-child { left: 0; z-index: 3 }
.roomy thead th + th { min-width: 8.5rem; max-width: 15rem }
.dense thead th + th { padding: .7rem .2rem } .dense thead th + th > span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 13rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; margin: 0 auto } .dense thead small { display: none }
.page th { position: sticky; left: 0; text-align: left; background: var(--quiet); padding: .4rem .75rem; font-size: .9rem; font-weight: 600; border-bottom: 1px solid var(--line) }
.page th span { position: sticky; left: .75rem }
.promise > th { position: sticky; left: 0; z-index: 1; background: var(--card); text-align: left; font-weight: 400; padding: .7rem .75rem; width: 26rem; min-width: 17rem; max-width: 26rem; border-right: 1px solid var(--line) }
.promise > th > a { display: block; color: var(--ink); text-decoration: none; font-size: 1.05rem; line-height: 1.4; overflow-wrap: anywhere } .promise > th:hover > a { text-decoration: underline }
.promise small { color: var(--soft) }
.facts { display: flex; flex-wrap: wrap; gap: .15rem .7rem; margin-top: .3rem; font-size: .82rem; align-items: center; overflow-wrap: anywhere }
.promise > * { border-bottom: 1px solid var(--line) } .promise { scroll-margin-top: 9rem }
td { text-align: center; padding: 0; height: 3.2rem; min-width: 2.75rem; cursor: pointer; color: var(--soft) }
td:empty::before { content: '–' }
td:focus-visible, td a:focus-visible { outline-offset: -3px }
td a { display: flex; align-items: center; justify-content: center; gap: .4rem; min-height: 2.4rem; margin: .35rem; padding: .2rem .5rem; border-radius: .35rem; background: var(--ground); color: var(--text); text-decoration: none; font-size: .9rem; font-weight: 600 }
td a:hover { box-shadow: inset 0 0 0 2px var(--text) }
.dense td a { margin: .2rem; padding: 0; min-width: 2.3rem } .dense .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media screen and (max-width: 52rem) { .scroll { scroll-padding-left: 13rem } .promise > th { min-width: 12.5rem; width: 12.5rem; max-width: 12.5rem } .promise > th > a { font-size: .95rem } .roomy thead th + th { min-width: 7rem } }
`

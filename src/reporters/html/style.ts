import { layout } from './style-layout.js'
import { matrixStyle } from './style-matrix.js'
import { print } from './style-print.js'

/** Each colour once, for light and for dark. Every text has at least 4.5 : 1 against what it stands on. */
const colours = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #17181b); --card: light-dark(#ffffff, #1f2124); --quiet: light-dark(#f3f1ec, #26282c);
  --ink: light-dark(#1d1c1a, #ebeae6); --soft: light-dark(#5c5852, #b3b0aa); --line: light-dark(#e0dcd3, #3a3c41);
  --link: light-dark(#1c4f7c, #9cc8ef); --mark: light-dark(#ffe08a, #6b5210);
  --good: light-dark(#1c6443, #86d3a9); --good-ground: light-dark(#e2f1e8, #18342a);
  --bad: light-dark(#9c211d, #ffb3ab); --bad-ground: light-dark(#fbe5e2, #47201f);
  --fee: light-dark(#7a4a00, #f1c679); --fee-ground: light-dark(#fbedd0, #3e2f14);
  --less: light-dark(#59408c, #ccb8f5); --less-ground: light-dark(#ede7f8, #322a47);
  --none: light-dark(#34556f, #a9cbe4); --none-ground: light-dark(#e3edf4, #20333f);
}
:root[data-theme=light] { color-scheme: light }
:root[data-theme=dark] { color-scheme: dark }
.kept, .known { --text: var(--good); --ground: var(--good-ground); --fill: light-dark(#3a8f66, #4fa37b) }
.contradicted, .error { --text: var(--bad); --ground: var(--bad-ground); --fill: light-dark(#c5423b, #d9625a) }
.condition, .warning { --text: var(--fee); --ground: var(--fee-ground); --fill: light-dark(#d39a35, #c8923a) }
.weakened { --text: var(--less); --ground: var(--less-ground); --fill: light-dark(#8a6fc0, #9a82cf) }
.unbacked, .info { --text: var(--none); --ground: var(--none-ground); --fill: light-dark(#5b87a8, #6f9bbb) }
.silent, .untold { --text: var(--soft); --ground: var(--quiet); --fill: light-dark(#a9c4b5, #3f6353) }
.other { --text: var(--soft); --ground: var(--quiet); --fill: light-dark(#8d877d, #86827b) }
`

/** All that the page looks like. */
export const style = [colours, layout, matrixStyle, print].join('\n')

import { makeDetail } from './browser/detail.js'
import { makeFilters } from './browser/filters.js'
import { makeGrid } from './browser/grid.js'
import { start } from './browser/start.js'
import { makeTheme } from './browser/theme.js'

/**
 * The script of the page. Its functions are checked and linted as files of their own, and written into the page as
 * they stand; so none of them may use an import, nor the name of another, which a bundle may have changed.
 */
export const script = `'use strict'
;(${start.toString()})({
makeFilters: ${makeFilters.toString()},
makeGrid: ${makeGrid.toString()},
makeDetail: ${makeDetail.toString()},
makeTheme: ${makeTheme.toString()},
})
`

// Logistic regression by Newton's method with a penalty on large weights (ridge); small enough to need no library.

/** How strongly weights are drawn to nothing, by the number of traits: with a few dozen right examples, less fits the companies and not the language. */
const penalty = (traits) => traits / 2
const STEPS = 50

/** Columns with mean 0 and deviation 1, the constant one left alone; `raw` turns weights for these into weights for the given ones. */
export function standardised(table) {
  const width = table[0].length
  const mean = Array.from({ length: width }, (_, j) => table.reduce((sum, row) => sum + row[j], 0) / table.length)
  const spread = mean.map((m, j) => Math.sqrt(table.reduce((sum, row) => sum + (row[j] - m) ** 2, 0) / table.length))
  const fixed = spread.map((s) => s < 1e-9)
  const rows = table.map((row) => row.map((value, j) => (fixed[j] ? value : (value - mean[j]) / spread[j])))
  const raw = (weights) => weights.map((w, j) => (fixed[j] ? w - weights.reduce((sum, v, k) => sum + (fixed[k] ? 0 : (v * mean[k]) / spread[k]), 0) : w / spread[j]))
  return { rows, raw }
}

/** Solves A·x = b for a symmetric positive matrix, by elimination. */
function solve(a, b) {
  const n = b.length
  const m = a.map((row, i) => [...row, b[i]])
  for (let i = 0; i < n; i++) {
    const pivot = m.slice(i).reduce((best, row, k) => (Math.abs(row[i]) > Math.abs(m[best][i]) ? i + k : best), i)
    ;[m[i], m[pivot]] = [m[pivot], m[i]]
    for (let k = i + 1; k < n; k++) { const f = m[k][i] / m[i][i]; for (let j = i; j <= n; j++) m[k][j] -= f * m[i][j] }
  }
  const x = Array(n).fill(0)
  for (let i = n - 1; i >= 0; i--) x[i] = (m[i][n] - m[i].slice(i + 1, n).reduce((sum, v, k) => sum + v * x[i + 1 + k], 0)) / m[i][i]
  return x
}

/** The weights that make the examples (`x`, `y` 0 or 1, `weight`) most likely, under the penalty. */
export function fitted(examples) {
  const n = examples[0].x.length
  const drawn = penalty(n)
  let w = Array(n).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((v) => -drawn * v)
    const curve = w.map((_, i) => w.map((__, j) => (i === j ? drawn : 0)))
    for (const { x, y, weight } of examples) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, v, j) => sum + v * w[j], 0)))
      for (let i = 0; i < n; i++) {
        if (x[i] === 0) continue
        gradient[i] += weight * (y - p) * x[i]
        for (let j = 0; j < n; j++) curve[i][j] += weight * p * (1 - p) * x[i] * x[j]
      }
    }
    const change = solve(curve, gradient)
    w = w.map((v, i) => v + change[i])
    if (Math.max(...change.map(Math.abs)) < 1e-6) break
  }
  return w
}

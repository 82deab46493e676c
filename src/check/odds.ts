import type { OrderKind, Traits } from './traits.js'

/**
 * What each trait adds to the log-odds that an order is about a promise. Written by `npm run fit` from 43 labelled companies,
 * not by hand; how well it does on companies that were left out is in `.ci/fit/README.md`.
 */
export const ODDS: Readonly<Record<OrderKind, Traits>> = {
  secrecy: { bias: -4.47, score: 0.87, touch: 1.28, coverage: 0.34, mutual: -0.04, twoWords: 0.43, threeWords: -0.78, rank: 0.04, margin: 0.79, takenBack: 0.61, immediate: -0.78, absolute: 0.3, free: -0.03, limited: 0.76, soft: 0.74, concrete: 0.24, extent: 0.37, amount: 0.77, narrower: -0.36, wider: -0.03 },
  approval: { bias: -4.19, score: 1.12, touch: 0.2, coverage: 0.44, mutual: 0.19, twoWords: 0.22, threeWords: -0.6, rank: 0, margin: 0.13, takenBack: -0.1, immediate: 2.65, absolute: 0.33, free: -0.19, limited: 0.33, soft: -0.01, concrete: -0.06, extent: 0.32, amount: 0.29, narrower: 0.16, wider: -0.4 },
  hedge: { bias: -2.53, score: 0.59, touch: -0.6, coverage: -0.17, mutual: 2.02, twoWords: 0.35, threeWords: 0.83, rank: -0.22, margin: 0.01, takenBack: 1.24, immediate: -1.95, absolute: -0.31, free: -0.32, limited: -1.4, soft: 0.42, concrete: 0.34, extent: 0.39, amount: 0.82, narrower: -0.27, wider: -0.39, frequency: -1.76 },
  limit: { bias: -4.4, score: 0.36, touch: 0.38, coverage: -0.5, mutual: 1.51, twoWords: 0.07, threeWords: -0.62, rank: 0.06, margin: 0.7, takenBack: -0.06, immediate: 0.77, absolute: 0.52, free: 0.34, limited: -1.05, soft: 0.34, concrete: 0.81, extent: 0.38, amount: -0.49, narrower: -0.22, wider: -0.54, stated: -1.09, statedAsLimit: 1.04, deny: 0.65, namesIt: -0.86, words: 0.07, 'only-for': 1.28, proof: -0.29, limit: -0.66, refuse: -0.15, except: -0.62, 'own-limit': -1.11 },
}

import { checkAgreement } from './agreement.js'
import { checkAbsolutes } from './absolutes.js'
import type { CheckContext, Outcome } from './context.js'
import { checkCoverage } from './coverage.js'
import { checkOrders } from './orders.js'
import { checkPeriods } from './periods.js'
import { checkPhrases } from './phrases.js'
import { checkPlaybooks } from './playbooks.js'
import { checkRestrictions } from './restrictions.js'
import { checkStale } from './stale.js'
import { suspicions } from './suspicions.js'
import { checkTerms } from './terms.js'
import { checkTouchpoints } from './touchpoints.js'
import { checkTranslations } from './translations.js'
import { checkUnannounced } from './unannounced.js'
import { checkWords } from './words.js'
import { checkValues } from './values.js'

/** The rule kinds, in the order in which they are asked. */
const KINDS = [checkValues, checkWords, checkAgreement, checkTranslations, checkOrders, checkRestrictions, checkCoverage, checkUnannounced, checkAbsolutes, checkPeriods, checkPhrases, checkTerms, checkTouchpoints, checkPlaybooks, checkStale]

/** Asks every rule. */
export function checkAll(context: CheckContext): Outcome {
  const outcomes = KINDS.map((kind) => kind(context))
  const findings = outcomes.flatMap((o) => o.findings)
  return { findings: [...findings, ...suspicions(context, findings)], silences: outcomes.flatMap((o) => o.silences) }
}

import { UsageError } from '../host/errors.js'
import { dayAfter } from '../host/clock.js'
import { didYouMean, noSuch } from '../host/nearest.js'
import { type LedgerEntry, type Verdict, VERDICTS } from '../model/ledger.js'
import { isIn } from './narrow.js'

/** Which promises somebody wants to see. */
export interface LedgerChoice {
  readonly status?: readonly string[]
  readonly topic?: readonly string[]
  /** `30d`, `6w`, `3m`: the end of the promise is no further away than that, or past. */
  readonly expiring?: string
}

/** Refuses what is no verdict, no topic or no time, with the nearest that is one. Throws a UsageError. */
export function checkChoice({ status, topic, expiring }: LedgerChoice, topicIds: readonly string[]): void {
  for (const one of status ?? []) {
    if (!(VERDICTS as readonly string[]).includes(one)) throw new UsageError(noSuch('status', one, VERDICTS), `It should be one of ${VERDICTS.join(', ')}.`)
  }
  for (const one of topic ?? []) {
    const id = one.replace(/\..*$/, '')
    if (!topicIds.includes(id)) throw new UsageError(`There is no topic "${one}". ${didYouMean(id, topicIds)}`.trim(), 'saydo promises --format json names the topic of each promise.')
  }
  if (expiring !== undefined && dayAfter('2025-01-01', expiring) === undefined) throw new UsageError(`--expiring takes a number of days, weeks or months, but it was given "${expiring}".`, 'For example: saydo promises --expiring 30d')
}

/** True for a promise that was chosen; `paths` are files and folders of either side that it has to do with. */
export function chooses({ status, topic, expiring }: LedgerChoice, paths: readonly string[], today: string): (entry: LedgerEntry) => boolean {
  const last = expiring === undefined ? undefined : dayAfter(today, expiring)
  return (entry) =>
    (!status || status.includes(entry.verdict satisfies Verdict)) &&
    (!topic || topic.some((one) => entry.topic === one || entry.topic?.startsWith(`${one}.`))) &&
    (last === undefined || (entry.validUntil !== undefined && entry.validUntil <= last)) &&
    (paths.length === 0 || [entry.spot, ...entry.told.map((told) => told.spot)].some((spot) => isIn(paths, spot.file)))
}

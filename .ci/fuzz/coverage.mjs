import { Session } from 'node:inspector/promises'

const isOurs = ({ url }) => url.startsWith('file:') && !url.includes('/.ci/')

/** Asks V8 what ran since it was last asked: so inputs that lead somewhere new can be kept and changed further. */
export async function watchCoverage() {
  const session = new Session()
  const seen = new Set()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  return {
    /** Has any function gone a way that it never went before? */
    isNew: async () => {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      const before = seen.size
      for (const script of result.filter(isOurs)) for (const { ranges } of script.functions) seen.add(`${script.scriptId} ${ranges.map(({ startOffset, endOffset, count }) => `${startOffset}-${endOffset}:${count}`).join()}`)
      return seen.size > before
    },
    stop: () => session.disconnect(),
  }
}

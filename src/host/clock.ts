const two = (value: number): string => String(value).padStart(2, '0')

/** The time it is here and now, as 14:05:09. */
export const clockTime = (now: Date = new Date()): string => [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')

/** The day it is here and now, as an ISO date. */
export function localToday(now: Date = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** True for an ISO date that is in the calendar: 2025-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day so many days, weeks or months after another: `30d`, `2w`, `3m`. A month later is the same day of that month, or its last. Undefined for any other text. */
export function dayAfter(day: string, span: string): string | undefined {
  const [, count, unit] = /^(\d{1,4}) *(d|days?|w|weeks?|m|months?)$/i.exec(span.trim()) ?? []
  if (count === undefined || unit === undefined) return undefined
  const date = new Date(`${day}T00:00:00Z`)
  const kind = unit[0]?.toLowerCase()
  if (kind === 'm') return monthsLater(date, Number(count))
  date.setUTCDate(date.getUTCDate() + Number(count) * (kind === 'w' ? 7 : 1))
  return date.toISOString().slice(0, 10)
}

function monthsLater(date: Date, months: number): string {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))).toISOString().slice(0, 10)
}

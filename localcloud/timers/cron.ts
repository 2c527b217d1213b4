/** The fields of the platform's seven-field cron expressions and what they range over. */
const FIELDS = [
  ['second', 0, 59],
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day', 1, 31],
  ['month', 1, 12],
  ['weekday', 0, 6],
  ['year', 1970, 2099],
] as const

/** The platform reads timers in Beijing time. */
const UTC_OFFSET_MILLISECONDS = 8 * 3600 * 1000
const FURTHEST_DAYS = 366 * 5

export type Cron = readonly ReadonlySet<number>[]

/**
 * Parses `second minute hour day month weekday year`: numbers, lists, ranges, steps and `*`.
 *
 * @throws Error naming the field
 */
export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== FIELDS.length)
    throw new Error(`A timer has seven fields, not ${parts.length}: "${expression}".`)
  return FIELDS.map(([name, low, high], place) => parseField(parts[place] ?? '', name, low, high))
}

/** The first moment after `after` (milliseconds) at which the timer fires, or null within the next five years. */
export function nextFire(cron: Cron, after: number): number | null {
  const [seconds, minutes, hours] = cron as [ReadonlySet<number>, ReadonlySet<number>, ReadonlySet<number>]
  const local = Math.floor((after + UTC_OFFSET_MILLISECONDS) / 1000) + 1
  const firstDay = Math.floor(local / 86400)
  for (let day = firstDay; day < firstDay + FURTHEST_DAYS; day++) {
    if (!dayMatches(cron, new Date(day * 86400_000))) continue
    const second = nextSecond(day === firstDay ? local % 86400 : 0, seconds, minutes, hours)
    if (second !== null) return (day * 86400 + second) * 1000 - UTC_OFFSET_MILLISECONDS
  }
  return null
}

/** The platform, as Quartz does, needs both the day of the month and the weekday to match. */
function dayMatches([, , , days, months, weekdays, years]: Cron, date: Date): boolean {
  return Boolean(
    days?.has(date.getUTCDate()) &&
      months?.has(date.getUTCMonth() + 1) &&
      weekdays?.has(date.getUTCDay()) &&
      years?.has(date.getUTCFullYear()),
  )
}

function nextSecond(
  from: number,
  seconds: ReadonlySet<number>,
  minutes: ReadonlySet<number>,
  hours: ReadonlySet<number>,
): number | null {
  for (let second = from; second < 86400; second++) {
    if (!hours.has(Math.floor(second / 3600))) second += 3599 - (second % 3600)
    else if (!minutes.has(Math.floor(second / 60) % 60)) second += 59 - (second % 60)
    else if (seconds.has(second % 60)) return second
  }
  return null
}

function parseField(text: string, name: string, low: number, high: number): ReadonlySet<number> {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^(?:(\*|\?)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    const from = match?.[1] ? low : Number(match?.[2])
    const to = match?.[1] || (match?.[4] && !match[3]) ? high : Number(match?.[3] ?? from)
    const step = Number(match?.[4] ?? 1)
    if (!match || from < low || to > high || from > to || step < 1)
      throw new Error(`The ${name} of a timer is malformed: "${text}".`)
    for (let value = from; value <= to; value += step) values.add(value)
  }
  return values
}

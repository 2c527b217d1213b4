import { parseArgs } from 'node:util'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { seededRandom } from '#demo/specimen/seeded-random'
import { runShift } from './run-shift'

/** `npm run shift -- --guests 10000`: a hotel's week with an authority that is down, a network that drops, and kill -9. */
const { values } = parseArgs({
  options: {
    guests: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '50' },
    days: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
  },
})
const started = Date.now()
const result = await runShift({
  guests: Number(values.guests),
  kills: Number(values.kills),
  days: Number(values.days),
  random: seededRandom(Number(values.seed)),
})
const { memory, slowest, slowestAfterRecovery, faults, ...counts } = result
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
console.table({ ...counts, comparisons: JSON.stringify(counts.comparisons) })
console.log(
  `slowest report ${Math.round(slowest / MINUTE_MS)} min; ${Math.round(slowestAfterRecovery / MINUTE_MS)} min after the outage`,
)
console.log(`memory each night ${memory.map(({ heap }) => megabytes(heap)).join(', ')}`)
console.log(
  `resident with the pages of the database ${memory.map(({ resident }) => megabytes(resident)).join(', ')}`,
)
console.log(`${Math.round((Date.now() - started) / 1000)} s`)
for (const fault of faults.slice(0, 20)) console.log(fault)
const [first = Number.NaN, last = first] = [memory[0]?.heap, memory.at(-1)?.heap]
const isFlat = memory.length < 2 || last <= 1.2 * first
if (!isFlat) console.log('The memory grew by more than a fifth.')
const isRight =
  isFlat &&
  faults.length + result.missing + result.unknown + result.unsent === 0 &&
  result.presented === result.scans
process.exit(isRight ? 0 : 1)

import { parseArgs } from 'node:util'
import { crashRounds } from './crash-rounds'

/** `npm run durability -- --rounds 300`: many crashes, one report. */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' } } })
const started = Date.now()
const report = await crashRounds(Number(values.rounds), Math.random, (round) => {
  if (round % 25 === 0) console.log(`${round} rounds, ${Math.round((Date.now() - started) / 1000)} s`)
})
const { inserts, increments, transfers, uploads } = report.acknowledged
console.log(
  `${report.rounds} kills: ${inserts} inserts, ${increments} increments, ${transfers} transactions, ${uploads} uploads acknowledged; ${report.faults.length} faults`,
)
for (const fault of report.faults) console.log(fault)
process.exit(report.faults.length === 0 ? 0 : 1)

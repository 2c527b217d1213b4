import { parseArgs } from 'node:util'
import { type StopSignal, stopRounds } from '../stopping/stop-rounds'
import { crashRounds } from './crash-rounds'

/**
 * `npm run durability -- --rounds 300 --stops 100`: kills during writes, of which nothing acknowledged may be lost; then
 * endings while functions are busy, asked for and by force, of which each must be clean.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '300' },
    stops: { type: 'string', default: '100' },
  },
})
const faults = [...(await crash(Number(values.rounds)))]
for (const signal of ['SIGTERM', 'SIGKILL'] as const)
  faults.push(...(await stop(Number(values.stops), signal)))
for (const fault of faults) console.log(fault)
process.exit(faults.length === 0 ? 0 : 1)

async function crash(rounds: number): Promise<readonly string[]> {
  if (rounds === 0) return []
  const { acknowledged, faults } = await crashRounds(rounds, Math.random, progress('kills'))
  const { inserts, increments, transfers, uploads } = acknowledged
  console.log(
    `${rounds} kills: ${inserts} inserts, ${increments} increments, ${transfers} transactions, ${uploads} uploads acknowledged; ${faults.length} faults`,
  )
  return faults
}

async function stop(rounds: number, signal: StopSignal): Promise<readonly string[]> {
  const faults = await stopRounds(rounds, signal, Math.random, progress(signal))
  console.log(`${rounds} endings by ${signal} while functions were busy; ${faults.length} faults`)
  return faults
}

function progress(what: string): (round: number) => void {
  const started = Date.now()
  return (round) => {
    if (round % 25 === 0) console.log(`${round} ${what}, ${Math.round((Date.now() - started) / 1000)} s`)
  }
}

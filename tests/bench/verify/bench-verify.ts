/**
 * What a verdict costs: `npm run bench:verify [-- --json FILE] [--credentials 1000000]`. Every figure is a ratio inside
 * one run: against the bare signature checks, and against the same store with a thousand credentials.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { measureCores } from './core-costs'
import { measureFunction } from './function-costs'

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, credentials: { type: 'string', default: '1000000' } },
  })
  const cores = await measureCores()
  console.log('| core | verdicts/s | p50 ms | p99 ms | × bare signature checks |\n|---|---|---|---|---|')
  for (const { name, perSecond, p50, p99, ratio } of cores) {
    console.log(
      `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(3)} | ${p99.toFixed(3)} | ${ratio.toFixed(2)} |`,
    )
  }
  const functions = await measureFunction([1_000, Number(values.credentials)])
  const base = functions[0]?.p50 ?? 1
  console.log('\n| credentials on record | p50 ms | p99 ms | × the first |\n|---|---|---|---|')
  for (const { credentials, p50, p99 } of functions) {
    console.log(`| ${credentials} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${(p50 / base).toFixed(2)} |`)
  }
  if (values.json) await writeFile(values.json, JSON.stringify({ cores, functions }, null, 2))
}

run()

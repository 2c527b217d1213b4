import { spawnSync } from 'node:child_process'
import { measureAnswer } from './measure-answer'

/**
 * What an answer to a website costs the phone's script: `npm run bench:answer [-- ROUNDS]`. Run once as it is and once with
 * `--jitless`, as on iOS, where a mini-program's script is not compiled.
 */
async function run(): Promise<void> {
  const [rounds = '40', isChild] = process.argv.slice(2)
  const { answer, bare, first } = await measureAnswer(Number(rounds))
  const name = isChild ? 'without a JIT' : 'with a JIT'
  if (!isChild)
    console.log('| | answer, ms | × two verifications and a signature | first, ms |\n|---|---|---|---|')
  console.log(`| ${name} | ${answer.toFixed(1)} | ${(answer / bare).toFixed(2)} | ${first.toFixed(0)} |`)
  if (isChild) return
  const { status } = spawnSync(
    process.execPath,
    ['--jitless', ...process.execArgv, import.meta.filename, rounds, 'child'],
    { stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
}

run()

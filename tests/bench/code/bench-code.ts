import { spawnSync } from 'node:child_process'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { measureCode } from './measure-code'

/**
 * What it costs the phone's script to show the code for a hotel, in the built mini-program: `npm run bench:code [-- ROUNDS]`. Run once as
 * it is and once with `--jitless`, as on iOS, where a mini-program's script is not compiled.
 */
async function run(): Promise<void> {
  const [rounds = '20', isChild] = process.argv.slice(2)
  if (!isChild) await buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD })
  const { opening, code, bare } = await measureCode(Number(rounds))
  if (!isChild)
    console.log(
      '| | opening, ms | two taps to the code, ms | × a signature | × opening |\n|---|---|---|---|---|',
    )
  const figures = [opening.toFixed(0), code.toFixed(0), (code / bare).toFixed(1), (code / opening).toFixed(2)]
  console.log(`| ${[isChild ? 'without a JIT' : 'with a JIT', ...figures].join(' | ')} |`)
  if (isChild) return
  const { status } = spawnSync(
    process.execPath,
    ['--jitless', ...process.execArgv, import.meta.filename, rounds, 'child'],
    { stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
}

await run()

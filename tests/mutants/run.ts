import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { seededRandom } from '#demo/specimen/seeded-random'
import { spawnVitest } from '#scripts/spawn-vitest'
import { instrument, type Mutant } from './instrument'

/**
 * `npm run mutants -- FOLDER [--sample 60] [--seed 1]`: puts small faults into the source, one at a time, and looks
 * whether the quick tests that reach the file notice. Not part of CI: each fault costs a run of vitest.
 */
const LIMIT_MS = 240_000
const AT_ONCE = 2

const config = path.join(import.meta.dirname, 'vitest.config.ts')

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  })
  const [folder] = positionals
  if (folder === undefined) throw new Error('Name a folder or a file: npm run mutants -- shared/ticket')

  const all = (await Promise.all((await sources(folder)).map(instrument))).flatMap(({ mutants }) => mutants)
  const chosen = draw(all, Number(values.sample), Number(values.seed))
  const survivors: Mutant[] = []
  const queue = [...chosen]
  const work = async () => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const noticed = await isNoticed(mutant)
      if (!noticed) survivors.push(mutant)
      console.log(`${noticed ? 'noticed ' : 'SURVIVED'} ${describe(mutant)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))

  const found = chosen.length - survivors.length
  console.log(
    `\n${folder}: ${found} of ${chosen.length} noticed (${all.length} mutants in all, seed ${values.seed})`,
  )
  for (const mutant of survivors) console.log(`  ${describe(mutant)}`)
}

async function sources(folder: string): Promise<string[]> {
  if (folder.endsWith('.ts')) return [folder]
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
    .sort()
}

function draw(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const random = seededRandom(seed)
  return mutants
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ mutant }) => mutant)
}

/** A test that fails notices the fault; so does one that never ends. */
function isNoticed({ file, id }: Mutant): Promise<boolean> {
  return new Promise((resolve) => {
    const run = spawnVitest(['related', file, '--run', '--config', config], {
      stdio: 'ignore',
      env: { ...process.env, MUTANT_FILE: file, __STRYKER_ACTIVE_MUTANT__: id },
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    run.on('close', (code) => resolve(code !== 0))
  })
}

const describe = ({ file, line, kind, replacement }: Mutant) =>
  `${file}:${line} ${kind} → ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`

await main()

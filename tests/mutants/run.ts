import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { seededRandom } from '#demo/specimen/seeded-random'
import { instrument, type Mutant } from './instrument'
import { QuickSuite } from './quick-suite'

/**
 * `npm run mutants -- FOLDER [--sample 60] [--seed 1]`: puts small faults into the source, one at a time, and looks
 * whether the quick tests that reach them notice. Not part of CI: it takes minutes.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  })
  const [folder] = positionals
  if (folder === undefined) throw new Error('Name a folder or a file: npm run mutants -- shared/ticket')

  const { texts, mutants } = await instrument(await sources(folder))
  const chosen = draw(mutants, Number(values.sample), Number(values.seed))
  const suite = await QuickSuite.open(texts)
  const tryAll = async (mutants: readonly Mutant[], group: Awaited<ReturnType<QuickSuite['near']>>) => {
    const left: Mutant[] = []
    for (const mutant of mutants) {
      const outcome = await suite.try(mutant, group)
      if (outcome === 'survived' || outcome === 'not reached') left.push(mutant)
      console.log(`${outcome.padEnd(11)} ${describe(mutant)}`)
    }
    return left
  }
  // The tests beside the source notice most, so that the others run for few.
  const left = await tryAll(chosen, await suite.near(folder))
  const files = [...new Set(left.map(({ file }) => file))]
  const unnoticed = left.length === 0 ? [] : await tryAll(left, await suite.far(folder, files))
  await suite.close()

  const found = chosen.length - unnoticed.length
  console.log(
    `\n${folder}: ${found} of ${chosen.length} noticed (${mutants.length} mutants in all, seed ${values.seed})`,
  )
  for (const mutant of unnoticed) console.log(`  ${describe(mutant)}`)
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

const describe = ({ file, line, kind, replacement }: Mutant) =>
  `${file}:${line} ${kind} → ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`

await main()

import { buildApps } from './build-apps'
import { buildDemo } from './build-demo'
import { buildFunctions } from './build-functions'
import { APPS, type BuildSettings } from './spawn-taro'

const PLATFORMS = ['weapp', 'h5'] as const
const PARTS = ['functions', ...PLATFORMS, 'demo'] as const
type Part = (typeof PARTS)[number]

/**
 * Builds the named parts, or all. The apps of both platforms wait in one line, so that two cores have work until the last.
 *
 * @param settings of the apps
 * @param printSizes whether to list what each function ships
 * @throws Error with one sentence for a name that is none of {@link PARTS}
 */
export async function buildAll(
  settings: BuildSettings,
  names: readonly string[] = PARTS,
  printSizes = false,
): Promise<void> {
  const unknown = names.find((name) => !(PARTS as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw new Error(`There is nothing to build called ${unknown}: ${PARTS.join(', ')}.`)
  const has = (part: Part) => names.includes(part)
  if (has('functions')) await buildFunctions({ printSizes })
  await buildApps({ apps: APPS, platforms: PLATFORMS.filter(has), settings })
  if (has('demo')) await buildDemo()
}

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2)
  await buildAll(process.env, names.length > 0 ? names : undefined, true).catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}

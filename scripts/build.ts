import { buildApps } from './build-apps'
import { buildDemo } from './build-demo'
import { buildFunctions } from './build-functions'
import { APPS, type BuildSettings } from './spawn-taro'

type Target = (settings: BuildSettings, printSizes: boolean) => Promise<void>

const TARGETS: Readonly<Record<string, Target>> = {
  functions: (_, printSizes) => buildFunctions({ printSizes }),
  weapp: (settings) => buildApps({ apps: APPS, platforms: ['weapp'], settings }),
  h5: (settings) => buildApps({ apps: APPS, platforms: ['h5'], settings }),
  demo: () => buildDemo(),
}

/**
 * Builds the named parts, one after the other: the two apps of a part fill two cores.
 *
 * @param settings of the apps
 * @param printSizes whether to list what each function ships
 */
export async function buildAll(
  settings: BuildSettings,
  names: readonly string[] = Object.keys(TARGETS),
  printSizes = false,
): Promise<void> {
  for (const name of names) {
    const target = TARGETS[name]
    if (!target)
      throw new Error(`There is nothing to build called ${name}: ${Object.keys(TARGETS).join(', ')}.`)
    await target(settings, printSizes)
  }
}

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2)
  await buildAll(process.env, names.length > 0 ? names : undefined, true).catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}

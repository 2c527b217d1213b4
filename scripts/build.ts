import { APPS, buildApps } from './build-apps'
import { buildDemo } from './build-demo'
import { buildFunctions } from './build-functions'

const TARGETS: Readonly<Record<string, (printSizes: boolean) => Promise<void>>> = {
  functions: (printSizes) => buildFunctions({ printSizes }),
  weapp: () => buildApps({ apps: APPS, platforms: ['weapp'] }),
  h5: () => buildApps({ apps: APPS, platforms: ['h5'] }),
  demo: () => buildDemo(),
}

/**
 * Builds the named parts, one after the other: Taro alone fills two cores.
 *
 * @param printSizes whether to list what each function ships
 */
export async function buildAll(
  names: readonly string[] = Object.keys(TARGETS),
  printSizes = false,
): Promise<void> {
  for (const name of names) {
    const target = TARGETS[name]
    if (!target)
      throw new Error(`There is nothing to build called ${name}: ${Object.keys(TARGETS).join(', ')}.`)
    await target(printSizes)
  }
}

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2)
  await buildAll(names.length > 0 ? names : undefined, true)
}

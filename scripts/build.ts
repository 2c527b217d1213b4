import { APPS, buildApps } from './build-apps'
import { buildDemo } from './build-demo'
import { buildFunctions } from './build-functions'

const TARGETS: Readonly<Record<string, () => Promise<void>>> = {
  functions: () => buildFunctions(),
  weapp: () => buildApps({ apps: APPS, platforms: ['weapp'] }),
  h5: () => buildApps({ apps: APPS, platforms: ['h5'] }),
  demo: () => buildDemo(),
}

/** Builds the named parts, one after the other: Taro alone fills two cores. */
export async function buildAll(names: readonly string[] = Object.keys(TARGETS)): Promise<void> {
  for (const name of names) {
    const target = TARGETS[name]
    if (!target)
      throw new Error(`There is nothing to build called ${name}: ${Object.keys(TARGETS).join(', ')}.`)
    await target()
  }
}

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2)
  await buildAll(names.length > 0 ? names : undefined)
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readDeclarations } from './check-declarations'
import { packageBytes } from './package-bytes'
import { REPOSITORY } from './project-folders'
import {
  type App,
  type BuildSettings,
  outputOf,
  type Platform,
  SETTINGS,
  spawnTaro,
  type TaroOptions,
} from './spawn-taro'
import { recordVoice } from './voice/record-voice'
import { voiceBytes } from './voice/voice-bytes'

/** The platform allows 2 MB a package; the main one must stay small enough to open quickly on an old phone. */
const MAIN_PACKAGE_LIMIT = 400_000
const WHOLE_LIMIT = 1_600_000
/** All that is said. Most of it lies in a package that every phone fetches, also those in which nothing is ever said. */
const VOICE_LIMIT = 250_000
/** What a website's request has a phone download is kept as small as it was made (docs/decisions/242). */
const SUBPACKAGE_LIMITS: ReadonlyMap<string, number> = new Map([['online', 38_000]])

/** A build of Taro keeps one core busy, and needs a gigabyte. */
const AT_ONCE = 2

/**
 * Builds mini-program apps into `miniprogram/<app>/dist/<platform>`, each only when its sources or settings changed.
 *
 * @throws Error with Taro's output when a build fails, when a package grows too large, or when it declares what it does not use.
 */
export async function buildApps(options: {
  apps: readonly App[]
  platforms: readonly Platform[]
  settings: BuildSettings
}): Promise<void> {
  const waiting = options.platforms.flatMap((platform) => options.apps.map((app) => ({ app, platform })))
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await buildApp(next.app, next.platform, options.settings)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function buildApp(app: App, platform: Platform, settings: BuildSettings): Promise<void> {
  const output = outputOf(app, platform)
  const hashFile = `${output}.hash`
  const hash = await hashSources(app, settings)
  const built = existsSync(output) && existsSync(hashFile) && (await readFile(hashFile, 'utf8')) === hash
  if (!built) {
    console.log(`${app} ${platform}: building, about a minute`)
    // Built aside and moved into place, so that two builds at once, or a test that runs meanwhile, never see half of one.
    const aside = `${output}.${process.pid}`
    const voice = `${aside}.voice`
    try {
      const hasVoice = platform === 'weapp' && (await recordVoice(app, voice))
      await runTaro(app, platform, { settings, output: aside, voice: hasVoice ? voice : undefined })
      await rm(output, { recursive: true, force: true })
      await rename(aside, output)
      await writeFile(`${output}.stage`, settings.NANSHA_STAGE ?? '')
    } finally {
      await rm(aside, { recursive: true, force: true })
      await rm(voice, { recursive: true, force: true })
    }
    await writeFile(hashFile, hash)
  }
  console.log(await describe(app, platform, output, built))
}

async function describe(app: App, platform: Platform, output: string, unchanged: boolean): Promise<string> {
  const note = unchanged ? ' (unchanged)' : ''
  if (platform === 'h5') return `${app} h5: built${note}`
  const parts = await measure(output)
  const sizes = parts.map(({ name, bytes, limit }) =>
    limit === undefined
      ? `${name} ${inKilobytes(bytes)}`
      : `${name} ${inKilobytes(bytes)} of ${inKilobytes(limit)}`,
  )
  const isTooLarge = parts.some(({ bytes, limit = Number.POSITIVE_INFINITY }) => bytes > limit)
  if (isTooLarge) throw new Error(`${app} weapp is too large: ${sizes.join(', ')}`)
  const { faults, privateUses } = await readDeclarations(output)
  if (faults.length > 0) throw new Error(`${app} weapp: ${faults.join('; ')}`)
  return `${app} weapp: ${sizes.join(', ')}; private interfaces: ${Object.keys(privateUses).join(', ')}${note}`
}

/** What a phone downloads of a built mini-program: the main package, all of it, each package that is loaded later, and what is said. */
async function measure(output: string) {
  const { main, subpackages } = await packageBytes(output)
  const whole = main + [...subpackages.values()].reduce((sum, bytes) => sum + bytes, 0)
  const said = await voiceBytes(output)
  return [
    { name: 'main package', bytes: main, limit: MAIN_PACKAGE_LIMIT },
    { name: 'app', bytes: whole, limit: WHOLE_LIMIT },
    ...[...subpackages].map(([name, bytes]) => ({ name, bytes, limit: SUBPACKAGE_LIMITS.get(name) })),
    ...(said > 0 ? [{ name: 'recordings', bytes: said, limit: VOICE_LIMIT }] : []),
  ]
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}

/** @throws Error with the end of Taro's output when a build fails */
function runTaro(app: App, platform: Platform, options: Omit<TaroOptions, 'isWatching'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawnTaro(app, platform, { ...options, isWatching: false })
    let log = ''
    child.stdout.on('data', (chunk) => (log += chunk))
    child.stderr.on('data', (chunk) => (log += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`Building ${app} for ${platform} failed:\n${log.slice(-6000)}`))
    })
  })
}

/** One hash over everything that can change the output: both workspaces' sources, how they are said, the lockfile, the settings. */
async function hashSources(app: App, settings: BuildSettings): Promise<string> {
  const hash = createHash('sha256')
  for (const setting of SETTINGS) hash.update(settings[setting] ?? '').update('\n')
  for (const root of [
    `miniprogram/${app}`,
    'miniprogram/kit',
    'shared',
    'scripts/voice',
    'package-lock.json',
  ]) {
    for (const file of await listFiles(path.join(REPOSITORY, root))) {
      hash
        .update(path.relative(REPOSITORY, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function listFiles(root: string): Promise<string[]> {
  if (path.extname(root) !== '') return [root]
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](dist|node_modules|\.swc)[\\/]/.test(path.relative(REPOSITORY, file)))
    .sort()
}

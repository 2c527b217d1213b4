import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { mainPackageBytes } from './main-package-bytes'

export const APPS = ['citizen', 'verifier'] as const
export type App = (typeof APPS)[number]
export type Platform = 'weapp' | 'h5'

/** The platform allows 2 MB; ours must stay small enough to open quickly on an old phone. */
const MAIN_PACKAGE_LIMIT = 700_000

/** What the apps' build reads from the environment (kit/build/build-settings.cjs). */
const SETTINGS = [
  'NANSHA_STAGE',
  'NANSHA_LOCALCLOUD',
  'NANSHA_CLOUD_ENV',
  'NANSHA_CLOUD_OWNER',
  'NANSHA_ROOTS',
] as const
export type BuildSettings = Partial<Record<(typeof SETTINGS)[number], string>>

/** For the cloud on this machine. */
export const LOCAL_BUILD: BuildSettings = { NANSHA_STAGE: 'local' }

const repository = path.resolve(import.meta.dirname, '..')
const { readBuildSettings } = createRequire(import.meta.url)(
  '../miniprogram/kit/build/build-settings.cjs',
) as {
  readBuildSettings(app: App, platform: Platform, settings: BuildSettings): Record<string, string>
}
const taro = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')

/**
 * Builds mini-program apps into `miniprogram/<app>/dist/<platform>`, each only when its sources or settings changed.
 *
 * @param options.settings what the build is for; the environment of this process does not count
 * @throws Error with Taro's output when a build fails, or when a main package reaches 700 kB.
 */
export async function buildApps(options: {
  apps: readonly App[]
  platforms: readonly Platform[]
  settings: BuildSettings
}): Promise<void> {
  for (const app of options.apps) {
    for (const platform of options.platforms) await buildApp(app, platform, options.settings)
  }
}

async function buildApp(app: App, platform: Platform, settings: BuildSettings): Promise<void> {
  readBuildSettings(app, platform, settings)
  const folder = path.join(repository, 'miniprogram', app)
  const output = path.join(folder, 'dist', platform)
  const hashFile = `${output}.hash`
  const hash = await hashSources(app, settings)
  const built = existsSync(output) && existsSync(hashFile) && (await readFile(hashFile, 'utf8')) === hash
  if (!built) {
    console.log(`${app} ${platform}: building, about a minute`)
    // Built aside and moved into place, so that two builds at once, or a test that runs meanwhile, never see half of one.
    const aside = `${output}.${process.pid}`
    try {
      await runTaro(folder, platform, settings, path.relative(folder, aside))
      await rm(output, { recursive: true, force: true })
      await rename(aside, output)
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
    await writeFile(hashFile, hash)
  }
  console.log(await describe(app, platform, output, built))
}

async function describe(app: App, platform: Platform, output: string, unchanged: boolean): Promise<string> {
  const note = unchanged ? ' (unchanged)' : ''
  if (platform === 'h5') return `${app} h5: built${note}`
  const bytes = await mainPackageBytes(output)
  const size = `${(bytes / 1000).toFixed(0)} kB`
  if (bytes >= MAIN_PACKAGE_LIMIT) {
    throw new Error(`${app} weapp: main package ${size}, the limit is ${MAIN_PACKAGE_LIMIT / 1000} kB`)
  }
  return `${app} weapp: main package ${size} of ${MAIN_PACKAGE_LIMIT / 1000} kB${note}`
}

/** The Taro CLI reads browserslist and its config from the working directory, so it runs in the app's folder. */
function runTaro(folder: string, platform: Platform, settings: BuildSettings, output: string): Promise<void> {
  const withoutSettings = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !(SETTINGS as readonly string[]).includes(name)),
  )
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [taro, 'build', '--type', platform, '--no-check'], {
      cwd: folder,
      env: {
        ...withoutSettings,
        ...settings,
        TARO_ENV: platform,
        NODE_ENV: 'production',
        NANSHA_OUTPUT: output,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let log = ''
    child.stdout.on('data', (chunk) => (log += chunk))
    child.stderr.on('data', (chunk) => (log += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`Building ${path.basename(folder)} for ${platform} failed:\n${log.slice(-6000)}`))
    })
  })
}

/** One hash over everything that can change the output: both workspaces' sources, the lockfile, the settings. */
async function hashSources(app: App, settings: BuildSettings): Promise<string> {
  const hash = createHash('sha256')
  for (const setting of SETTINGS) hash.update(settings[setting] ?? '').update('\n')
  for (const root of [`miniprogram/${app}`, 'miniprogram/kit', 'shared', 'package-lock.json']) {
    for (const file of await listFiles(path.join(repository, root))) {
      hash
        .update(path.relative(repository, file))
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
    .filter((file) => !/[\\/](dist|node_modules|\.swc)[\\/]/.test(path.relative(repository, file)))
    .sort()
}

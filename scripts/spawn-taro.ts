import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { REPOSITORY } from './project-folders'

export const APPS = ['citizen', 'verifier'] as const
export type App = (typeof APPS)[number]
export type Platform = 'weapp' | 'h5'

/** What the apps' build reads from the environment (kit/build/build-settings.cjs). */
export const SETTINGS = [
  'NANSHA_STAGE',
  'NANSHA_LOCALCLOUD',
  'NANSHA_CLOUD_ENV',
  'NANSHA_CLOUD_OWNER',
  'NANSHA_ROOTS',
] as const
export type BuildSettings = Partial<Record<(typeof SETTINGS)[number], string>>

/** For the cloud on this machine. */
export const LOCAL_BUILD: BuildSettings = { NANSHA_STAGE: 'local' }

const require = createRequire(import.meta.url)
const taro = require.resolve('@tarojs/cli/bin/taro')
const { readBuildSettings } = require('../miniprogram/kit/build/build-settings.cjs') as {
  readBuildSettings(app: App, platform: Platform, settings: BuildSettings): Record<string, string>
}

/** The folder of a built app. */
export function outputOf(app: App, platform: Platform): string {
  return path.join(REPOSITORY, 'miniprogram', app, 'dist', platform)
}

export interface TaroOptions {
  /** What the build is for; the environment of this process does not count. */
  readonly settings: BuildSettings
  readonly output: string
  /** Folder of files that belong into the output, if there are any. */
  readonly voice?: string | undefined
  /** Builds again whatever changes, until the process is ended. */
  readonly isWatching: boolean
}

/**
 * Runs the Taro CLI. It reads browserslist and its config from the working directory, so it runs in the app's folder.
 *
 * @throws Error with one sentence when a setting is missing
 */
export function spawnTaro(
  app: App,
  platform: Platform,
  { settings, output, voice, isWatching }: TaroOptions,
): ChildProcessByStdio<null, Readable, Readable> {
  readBuildSettings(app, platform, settings)
  const folder = path.join(REPOSITORY, 'miniprogram', app)
  const withoutSettings = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !(SETTINGS as readonly string[]).includes(name)),
  )
  const watching = isWatching ? ['--watch'] : []
  return spawn(process.execPath, [taro, 'build', '--type', platform, '--no-check', ...watching], {
    cwd: folder,
    env: {
      ...withoutSettings,
      ...settings,
      TARO_ENV: platform,
      NODE_ENV: isWatching ? 'development' : 'production',
      NANSHA_OUTPUT: path.relative(folder, output),
      ...(voice !== undefined && { NANSHA_VOICE: voice }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LocalCloudOptions } from '@nansha/localcloud/assemble-cloud'
import { platformEnvironment } from '@nansha/localcloud/platform-environment'
import { type LocalCloud, startLocalCloud } from '@nansha/localcloud/start-local-cloud'

const repository = resolve(import.meta.dirname, '../..')

/** A localcloud of its own for a test file, with functions of the fixtures unless told otherwise. */
export interface FixtureCloud extends LocalCloud {
  readonly dataDir: string
}

/** Starts localcloud on a free port over a new folder and points the SDK of this process at it. */
export async function startFixtureCloud(options: Partial<LocalCloudOptions> = {}): Promise<FixtureCloud> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'localcloud-'))
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: resolve(repository, 'tests/localcloud/fixtures/functions'),
    deployDir: resolve(repository, 'tests/localcloud/fixtures/deploy'),
    functionsEnvironment: {},
    ...options,
  })
  pointSdkAt(cloud.url)
  return {
    ...cloud,
    dataDir,
    async close() {
      await cloud.close()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Lets wx-server-sdk in this process talk to a local server; it reads the environment at every request. */
export function pointSdkAt(url: string): void {
  const { TZ, ...platform } = platformEnvironment(`${url}/admin`)
  // SILENCE: no warnings about requests that a busy test machine answers late.
  Object.assign(process.env, platform, { SILENCE: 'true' })
}

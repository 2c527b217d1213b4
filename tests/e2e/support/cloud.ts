import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seedProjectCloud, startProjectCloud } from '#scripts/start-project-cloud'
import { TIME_LIMIT_FACTOR } from '#support/cloud'

/** What `npm start` starts, on a free port and an empty folder; its desks are those of the demo (demo/desks.ts). */
export async function startWholeCloud() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-e2e-'))
  const cloud = await startProjectCloud({ port: 0, dataDir, timeLimitFactor: TIME_LIMIT_FACTOR })
  await seedProjectCloud(cloud.url)
  return {
    url: cloud.url,
    close: async () => {
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

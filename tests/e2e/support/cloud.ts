import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDevelopmentCall } from '@nansha/localcloud/demo/development-client'
import { seedDemo } from '@nansha/localcloud/demo/seed'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { localEnvironment, OPERATOR } from '../../../scripts/local-environment'

const repository = path.resolve(import.meta.dirname, '../../..')

/** What `npm start` starts, on a free port and an empty folder; `desk1` is a clerk of the hotel. */
export async function startWholeCloud() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-e2e-'))
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: path.join(repository, 'dist/cloudfunctions'),
    deployDir: path.join(repository, 'cloudfunctions/deploy'),
    functionsEnvironment: await localEnvironment(dataDir, Date.now()),
    mounts: {
      '/citizen/': path.join(repository, 'miniprogram/citizen/dist/h5'),
      '/verifier/': path.join(repository, 'miniprogram/verifier/dist/h5'),
    },
  })
  const desk = { appId: OPERATOR.appId, openId: 'desk1' }
  await seedDemo(createDevelopmentCall(cloud.url), { operator: OPERATOR, desk }, Date.now())
  return {
    url: cloud.url,
    close: async () => {
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCloud } from '@nansha/core/platform/cloud'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { LOG_QUEUE } from '@nansha/core/records/log'
import { CITIZEN_APP_ID } from '@nansha/localcloud/identity'
import { expect, it } from 'vitest'
import { FUNCTIONS_OUTPUT } from '#scripts/build-functions'
import { localEnvironment } from '#scripts/local-environment'
import { DEPLOY } from '#scripts/project-folders'
import { callAsClient, identity } from '../support/http'
import { startFixtureCloud } from '../support/local-cloud'
import { makeWaitingPhones } from '../support/waiting-phones'

it('sixteen people at once all get their credential, and each a line in the log', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), `nansha-${randomUUID()}`))
  const environment = await localEnvironment(folder, Date.now())
  const cloud = await startFixtureCloud({
    dataDir: folder,
    functionsDir: FUNCTIONS_OUTPUT,
    deployDir: DEPLOY,
    functionsEnvironment: environment,
  })
  cloud.timers.close()
  try {
    const { database } = openCloud()
    const phones = await makeWaitingPhones(database, environment, CITIZEN_APP_ID, 16)
    const before = await database.in(LOG_QUEUE).count({})
    const answers = await Promise.all(
      phones.map(({ openId, enrolmentId }) =>
        callAsClient(
          cloud.url,
          'enrol',
          { action: 'collect', enrolmentId },
          identity(openId, CITIZEN_APP_ID),
        ),
      ),
    )
    const credentials = answers.map(({ body }) => body.result?.credential)
    expect(credentials.filter((credential) => typeof credential === 'string')).toHaveLength(16)
    expect(await database.in(LOG_QUEUE).count({})).toBe(before + 16)
    expect(await database.in(CREDENTIALS).count({ status: 'valid' })).toBe(16)
  } finally {
    await cloud.close()
    await rm(folder, { recursive: true, force: true })
  }
})

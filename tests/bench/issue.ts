/**
 * Issues to so many phones at once, and to as many one after the other, in turns of one run: over the real function `enrol`
 * and the real wx-server-sdk on localcloud, from the client's call to its answer. `npm run bench:issue [-- --phones 64
 * --turns 3]`; leaves with code 1 when one fails, or the rate at once is lower than one at a time.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openCloud } from '@nansha/core/platform/cloud'
import { LOG_QUEUE } from '@nansha/core/records/log'
import { CITIZEN_APP_ID } from '@nansha/localcloud/identity'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { FUNCTIONS_OUTPUT } from '#scripts/build-functions'
import { localEnvironment } from '#scripts/local-environment'
import { DEPLOY } from '#scripts/project-folders'
import { callAsClient, identity } from '../support/http'
import { pointSdkAt } from '../support/local-cloud'
import { makeWaitingPhones, type WaitingPhone } from '../support/waiting-phones'
import { median } from './median'

interface Turn {
  readonly failed: number
  /** Issuances a second. */
  readonly rate: number
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { phones: { type: 'string', default: '64' }, turns: { type: 'string', default: '3' } },
  })
  const [phones, turns] = [Number(values.phones), Number(values.turns)]
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-issue-'))
  const environment = await localEnvironment(dataDir, Date.now())
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: FUNCTIONS_OUTPUT,
    deployDir: DEPLOY,
    functionsEnvironment: environment,
  })
  cloud.timers.close()
  try {
    pointSdkAt(cloud.url)
    const { database } = openCloud()
    const make = () => makeWaitingPhones(database, environment, CITIZEN_APP_ID, phones)
    const issue = (phone: WaitingPhone) => collect(cloud.url, phone)
    await Promise.all((await makeWaitingPhones(database, environment, CITIZEN_APP_ID, 8)).map(issue))
    const single: Turn[] = []
    const atOnce: Turn[] = []
    for (let turn = 0; turn < turns; turn++) {
      single.push(await measure(await make(), 1, issue))
      atOnce.push(await measure(await make(), phones, issue))
      console.log(`turn ${turn + 1}: ${say('one at a time', single)}; ${say(`${phones} at once`, atOnce)}`)
    }
    const ratio = median(atOnce.map(({ rate }) => rate)) / median(single.map(({ rate }) => rate))
    const failed = [...single, ...atOnce].reduce((sum, turn) => sum + turn.failed, 0)
    const sweeping = performance.now()
    await cloud.timers.fire('sweep', 'every-minute')
    const taken = performance.now() - sweeping
    const left = await database.in(LOG_QUEUE).count({})
    console.log(`${failed} failed; ${ratio.toFixed(2)} times the rate of one at a time`)
    console.log(`the sequencer took them all in within ${Math.round(taken)} ms; ${left} left`)
    console.log(`${cpus().length} cores (${cpus()[0]?.model}), load ${loadavg()[0]?.toFixed(1)}`)
    process.exitCode = failed === 0 && ratio >= 1 && left === 0 ? 0 : 1
  } finally {
    await cloud.close()
    await rm(dataDir, { recursive: true })
  }
}

async function measure(
  phones: readonly WaitingPhone[],
  atOnce: number,
  issue: (phone: WaitingPhone) => Promise<boolean>,
): Promise<Turn> {
  const waiting = [...phones]
  let failed = 0
  const begun = performance.now()
  const lanes = Array.from({ length: atOnce }, async () => {
    for (let phone = waiting.pop(); phone; phone = waiting.pop()) if (!(await issue(phone))) failed++
  })
  await Promise.all(lanes)
  return { failed, rate: (phones.length / (performance.now() - begun)) * 1000 }
}

async function collect(url: string, { openId, enrolmentId }: WaitingPhone): Promise<boolean> {
  const event = { action: 'collect', enrolmentId }
  const { status, body } = await callAsClient(url, 'enrol', event, identity(openId, CITIZEN_APP_ID))
  return status === 200 && typeof body.result?.credential === 'string'
}

function say(name: string, turns: readonly Turn[]): string {
  const { failed, rate } = turns.at(-1) ?? { failed: 0, rate: 0 }
  return `${name} ${rate.toFixed(1)} a second, ${failed} failed`
}

run()

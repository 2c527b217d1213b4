import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { openFilming } from '@nansha/core/enrol/open-filming'
import type { FilmingRegistry, PopulationRegistry } from '@nansha/core/registry/population-registry'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'

let cloud: ReturnType<typeof createEnrolPorts>
let filming: FilmingRegistry
beforeEach(() => {
  cloud = createEnrolPorts()
  const open = async ({ idNumber }: { idNumber: string }) => ({
    verifyId: `v${idNumber}`,
    serial: 's',
    subject: 'x',
  })
  const { compare } = cloud.ports.registry
  filming = {
    name: 'wechat',
    assurance: 'platform-face',
    documents: ['resident-id-card'],
    compare,
    capture: { open, query: () => expect.unreachable() },
  }
})

const begin = (registry: PopulationRegistry) =>
  beginEnrolment({ ...cloud.ports, registry }, 'wxc:alice', {
    action: 'begin',
    consent: { face: true, version: CONSENT_VERSION },
  })
const film = (
  registry: PopulationRegistry,
  enrolmentId: string,
  account: `${string}:${string}` = 'wxc:alice',
) =>
  openFilming({ ...cloud.ports, registry }, account, {
    action: 'film',
    enrolmentId,
    name: '李明',
    idNumber: '11010519491231002x',
  })

it('opening the filming tells the phone who films, and opens one session per enrolment', async () => {
  const { enrolmentId, capture } = await begin(filming)
  expect(capture).toBe('platform')
  expect(await film(filming, enrolmentId)).toEqual({ verifyId: 'v11010519491231002X' })
  expect(cloud.database.dump().enrolments).toMatchObject([
    {
      session: { verifyId: 'v11010519491231002X', serial: 's', subject: 'x' },
      filming: new Date(cloud.clock.now),
    },
  ])
  await expect(film(filming, enrolmentId)).rejects.toMatchObject({ code: 'ENROLMENT_USED' })
})

it('opening the filming is for the own enrolment, in time, and where the platform films at all', async () => {
  const { enrolmentId } = await begin(filming)
  await expect(film(filming, enrolmentId, 'wxc:mallory')).rejects.toMatchObject({ code: 'ENROLMENT_UNKNOWN' })
  cloud.clock.now += 15 * 60_000
  await expect(film(filming, enrolmentId)).rejects.toMatchObject({ code: 'ENROLMENT_EXPIRED' })
  const own = await begin(cloud.ports.registry)
  expect(own.capture).toBe('guided')
  await expect(film(cloud.ports.registry, own.enrolmentId)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { field: 'action' },
  })
})

it('opening the filming is counted, whether or not anything is submitted: the platform tells the phone how it went', async () => {
  const open = async () => film(filming, (await begin(filming)).enrolmentId)
  for (let i = 0; i < 11; i++) {
    cloud.clock.now += 4 * 60_000
    await open()
  }
  await expect(open()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
})

it('opening the filming is not counted when the platform was silent', async () => {
  const silent = () => Promise.reject(new NanshaError('SERVICE_UNAVAILABLE'))
  const { enrolmentId } = await begin(filming)
  for (let i = 0; i < 12; i++)
    await expect(
      film({ ...filming, capture: { open: silent, query: () => expect.unreachable() } }, enrolmentId),
    ).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    })
  expect(cloud.database.dump().enrolments).toMatchObject([{ filming: null, session: null }])
  expect(await film(filming, enrolmentId)).toHaveProperty('verifyId')
})

it('the platform is asked to film the person of the name and number, for the account', async () => {
  const asked: unknown[] = []
  const open: FilmingRegistry['capture']['open'] = async (applicant) => {
    asked.push(applicant)
    return { verifyId: 'v', serial: 's', subject: 'x' }
  }
  const { enrolmentId } = await begin(filming)
  await film({ ...filming, capture: { ...filming.capture, open } }, enrolmentId)
  const account = { appId: 'wxc', openId: 'alice' }
  expect(asked).toEqual([{ name: '李明', idNumber: '11010519491231002X', account }])
})

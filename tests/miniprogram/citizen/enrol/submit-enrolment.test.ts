import type { Ask } from '@nansha/kit/cloud/ask'
import type { EnrolEvent, EnrolSubmitted } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { describe, expect, test } from 'vitest'
import type { Stage } from '#citizen/enrol/enrolment'
import { type EnrolmentPorts, submitEnrolment } from '#citizen/enrol/submit-enrolment'
import { NOW, NOW_MS } from '#support/clock'

const begun = {
  enrolmentId: 'enrolment-0000001',
  audience: 'https://id.example/issuer',
  nonce: 'nonce-1',
  expiresAt: NOW + 600,
  uploads: {
    card: 'enrolments/1/card',
    emblem: 'enrolments/1/emblem',
    selfie: 'enrolments/1/selfie',
  },
  capture: 'guided' as 'guided' | 'platform',
  networkId: false,
}
const given = {
  begun,
  cardFile: 'cloud://local/enrolments/1/card',
  selfie: { picture: { src: 'selfie.jpg' } },
  details: { name: '李明', idNumber: '11010519491231002X' },
}
/** Of an enrolment in which the platform films. */
const byPlatform = { ...given, begun: { ...begun, capture: 'platform' as const } }

interface ServerOptions {
  readonly heldNumber?: string
  uploads?: boolean
  /** Whether the platform's filming comes to its end. */
  films?: boolean
  /** Where the server asks for the national network ID: what its app makes, or nothing when the citizen gives up. */
  networkId?: { readonly idCardAuthData?: string }
  refusal?: NanshaError
  submitted?: EnrolSubmitted
}
const NETWORK_ID = { orgId: '00000304', businessId: '0003', serial: '0123456789abcdef0123456789abcdef' }
const key = createHolderKey(new Uint8Array(48).fill(7))

function server({
  uploads = true,
  films = true,
  networkId,
  refusal,
  submitted = { credential: 'a.b.c~' },
  heldNumber,
}: ServerOptions = {}) {
  const events: EnrolEvent[] = []
  const uploaded: string[] = []
  const forgotten: string[] = []
  /** What the person was shown to, in order. */
  const filmed: string[] = []
  const ask = (async (_name: string, event: EnrolEvent) => {
    events.push(event)
    if (event.action === 'submit' && refusal) throw refusal
    if (event.action === 'film')
      return { verifyId: `of ${event.name}`, ...(networkId && { networkId: NETWORK_ID }) }
    return submitted
  }) as Ask
  const ports: EnrolmentPorts = {
    ask,
    uploadFile: async (path) => {
      uploaded.push(path)
      return uploads ? { ok: true, fileID: `cloud://local/${path}` } : { ok: false, code: 'OFFLINE' }
    },
    filmByPlatform: async (verifyId) => {
      filmed.push(verifyId)
      return films
    },
    awaitNetworkId: async ({ serial }) => {
      filmed.push(serial)
      return networkId?.idCardAuthData
    },
    now: () => NOW_MS,
    phoneKey: async () => key,
    forgetPhoneKey: async () => void forgotten.push(key.privateKey),
    heldNumber: () => heldNumber,
  }
  return { ports, events, uploaded, forgotten, filmed, actions: () => events.map(({ action }) => action) }
}

function run(isCancelled = () => false) {
  const stages: Stage[] = []
  return { stages, onStage: (stage: Stage) => void stages.push(stage), isCancelled }
}

describe('submitEnrolment', () => {
  test('uploads to the paths it was given, and submits what was confirmed', async () => {
    const { ports, events, uploaded } = server()
    const progress = run()
    expect(await submitEnrolment(ports, given, progress)).toEqual({ key, credential: 'a.b.c~' })
    expect(uploaded).toEqual(['enrolments/1/selfie'])
    expect(progress.stages).toEqual(['uploading', 'checking'])
    expect(events[0]).toMatchObject({
      action: 'submit',
      ...given.details,
      files: { card: 'cloud://local/enrolments/1/card', selfie: 'cloud://local/enrolments/1/selfie' },
    })
  })

  test('lets the platform film where the server says so, between uploading and checking', async () => {
    const { ports, filmed, actions } = server()
    const progress = run()
    await submitEnrolment(ports, byPlatform, progress)
    expect(filmed).toEqual(['of 李明'])
    expect(actions()).toEqual(['film', 'submit'])
    expect(progress.stages).toEqual(['uploading', 'filming', 'checking'])
  })

  test('asks for no decision when the platform’s filming was stopped, and leaves no photo on the server', async () => {
    const { ports, actions } = server({ films: false })
    await expect(submitEnrolment(ports, byPlatform, run())).rejects.toMatchObject({ code: 'FILMING_STOPPED' })
    expect(actions()).toEqual(['film', 'cancel'])
  })

  test('asks for the national network ID before anybody is filmed, and brings the server what its app made', async () => {
    const { ports, events, filmed } = server({ networkId: { idCardAuthData: 'auth' } })
    const progress = run()
    await submitEnrolment(ports, byPlatform, progress)
    expect(filmed).toEqual([NETWORK_ID.serial, 'of 李明'])
    expect(progress.stages).toEqual(['uploading', 'network-id', 'filming', 'checking'])
    expect(events.at(-1)).toMatchObject({ action: 'submit', idCardAuthData: 'auth' })
  })

  test('films nobody who gives the national network ID up, and leaves no photo on the server', async () => {
    const { ports, actions, filmed } = server({ networkId: {} })
    expect(await submitEnrolment(ports, byPlatform, run())).toBeUndefined()
    expect(actions()).toEqual(['film', 'cancel'])
    expect(filmed).toEqual([NETWORK_ID.serial])
  })

  test('sends the frames of a guided capture in their order, to the path of its challenge', async () => {
    const { ports, events } = server()
    const selfie = { frames: [{ src: 'f0' }, { src: 'f1' }], path: 'enrolments/1/frame-c-' }
    await submitEnrolment(ports, { ...given, selfie }, run())
    expect(events[0]).toMatchObject({
      files: {
        frames: ['cloud://local/enrolments/1/frame-c-0', 'cloud://local/enrolments/1/frame-c-1'],
      },
    })
  })

  test('uploads nothing again that was looked at already', async () => {
    const { ports, events, uploaded } = server()
    const progress = run()
    const selfieFiles = { frames: ['cloud://local/enrolments/1/frame-c-0'] }
    await submitEnrolment(ports, { ...given, selfieFiles }, progress)
    expect(uploaded).toEqual([])
    expect(progress.stages).toEqual(['checking'])
    expect(events[0]).toMatchObject({ files: { card: given.cardFile, ...selfieFiles } })
  })

  test('proves possession of the key of this phone, to this issuer, for this enrolment', async () => {
    const { ports, events } = server()
    await submitEnrolment(ports, given, run())
    const submission = events[0]
    const proof = submission?.action === 'submit' ? decodeJws(submission.proof) : undefined
    expect(proof?.header.jwk).toEqual(key.publicJwk)
    expect(proof?.payload).toEqual({ aud: begun.audience, nonce: begun.nonce, iat: NOW })
  })

  test('a phone that must wait for an older one keeps what it needs to come back', async () => {
    const { ports } = server({ submitted: { readyAt: NOW + 86_400 } })
    expect(await submitEnrolment(ports, given, run())).toEqual({
      key,
      enrolmentId: begun.enrolmentId,
      readyAt: NOW + 86_400,
    })
  })

  test('cancelled while uploading, tells the server and asks for no decision', async () => {
    const { ports, actions } = server()
    expect(
      await submitEnrolment(
        ports,
        given,
        run(() => true),
      ),
    ).toBeUndefined()
    expect(actions()).toEqual(['cancel'])
  })

  test('a lost upload leaves nothing behind on the server', async () => {
    const { ports, actions } = server({ uploads: false })
    await expect(submitEnrolment(ports, given, run())).rejects.toMatchObject({ code: 'OFFLINE' })
    expect(actions()).toEqual(['cancel'])
  })

  test('hands on the code of a refusal', async () => {
    const { ports, forgotten } = server({ refusal: new NanshaError('PROOFING_REFUSED') })
    await expect(submitEnrolment(ports, given, run())).rejects.toMatchObject({ code: 'PROOFING_REFUSED' })
    expect(forgotten).toEqual([])
  })

  test('a key that is bound to somebody else is given up where nothing else is left of them', async () => {
    const { ports, forgotten } = server({ refusal: new NanshaError('PHONE_HOLDS_ANOTHER') })
    await expect(submitEnrolment(ports, given, run())).rejects.toMatchObject({ code: 'PROOF_INVALID' })
    expect(forgotten).toEqual([key.privateKey])
  })

  test('the identity that a phone holds stays its only one', async () => {
    const refusal = new NanshaError('PHONE_HOLDS_ANOTHER')
    const { ports, forgotten } = server({ refusal, heldNumber: '11010519491231002X' })
    await expect(submitEnrolment(ports, given, run())).rejects.toMatchObject({ code: 'PHONE_HOLDS_ANOTHER' })
    expect(forgotten).toEqual([])
  })
})

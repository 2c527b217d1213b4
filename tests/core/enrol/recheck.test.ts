import { FaceFault } from '@nansha/core/clients/face-answer'
import { askChallenge } from '@nansha/core/enrol/ask-challenge'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { openFilming } from '@nansha/core/enrol/open-filming'
import { beginRecheck } from '@nansha/core/enrol/recheck/begin-recheck'
import { submitRecheck } from '@nansha/core/enrol/recheck/submit-recheck'
import { historyEntry } from '@nansha/core/history/citizen-event'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { CitizenEvent } from '@nansha/core/records/citizen-events'
import { CITIZENS } from '@nansha/core/records/citizens'
import { DEVICES } from '@nansha/core/records/devices'
import type { Holder } from '@nansha/core/records/holder'
import { sweep } from '@nansha/core/sweep/sweep'
import { freeze } from '@nansha/core/wallet/freeze'
import { openRequest } from '@nansha/core/wallet/open-request'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Handles } from '@nansha/shared/api/wallet-answers'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, filmedElsewhere, SAME_PERSON } from '../../support/enrol-ports'
import {
  askWallet,
  enrolCitizen,
  RESIDENT_NUMBER,
  readSides,
  signRequest,
  submitPhotos,
  uploadFrames,
} from '../../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CONSENT = { face: true, version: CONSENT_VERSION }

let cloud: ReturnType<typeof createEnrolPorts>
let key: HolderKey
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
  // Long after: the face of the enrolment releases nothing any more.
  cloud.clock.now += 48 * HOUR
})

const holder = async (by = key): Promise<Holder> => {
  const request = signRequest(by, { action: 'status' }, cloud.clock.now)
  return openRequest(cloud.ports, alice, request)
}
const begin = async () => beginRecheck(cloud.ports, await holder(), { consent: CONSENT })
const submit = async ({ enrolmentId }: EnrolBegun) => submitRecheck(cloud.ports, await holder(), enrolmentId)
const show = async () => {
  const begun = await begin()
  await uploadFrames(cloud, alice, begun)
  return submit(begun)
}
const ask = <R>(action: WalletAction) => askWallet<R>(cloud, alice, key, action)
const handles = async () => (await ask<Handles>({ action: 'handles', count: 1 })).handles[0]
const refused = (code: string) => expect.objectContaining({ code })
const UNANSWERED = { code: 'LIVENESS_TIMING', details: { which: 'selfie' } }
const history = () =>
  ((cloud.database.dump().events ?? []) as CitizenEvent[]).map((event) => historyEntry(event))
const somebodyElse = () => {
  cloud.world.faces = async () => ({ ...SAME_PERSON, decision: 'no-match' })
}

describe('showing the face again', () => {
  it('needs no card, releases for a day and is fresh for half an hour, from when it can have been filmed', async () => {
    await expect(handles()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    const from = cloud.clock.now
    expect(await show()).toEqual({ seenAt: from / 1000 })
    expect(cloud.database.dump().devices).toMatchObject([{ faceAt: new Date(from), faceBy: 'specimen' }])
    expect((await handles())?.goodUntil['fresh-face-or-pin']).toBe((from + 30 * MINUTE) / 1000)
    cloud.clock.now = from + 24 * HOUR
    await handles()
    cloud.clock.now += 1
    await expect(handles()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
  })

  it('sets a PIN, the first or another in place of one that was forgotten, and each showing one', async () => {
    await expect(ask({ action: 'set-pin', pin: '385201' })).rejects.toEqual(refused('FACE_REQUIRED'))
    await show()
    await ask({ action: 'set-pin', pin: '385201' })
    await expect(ask({ action: 'set-pin', pin: '905173' })).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    cloud.clock.now += HOUR
    await expect(ask({ action: 'set-pin', pin: '905173' })).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    await show()
    await ask({ action: 'set-pin', pin: '905173' })
    await expect(ask({ action: 'unlock', pin: '385201' })).rejects.toEqual(refused('PIN_WRONG'))
    await ask({ action: 'unlock', pin: '905173' })
  })

  it('compares every frame with the portrait on record, and with nothing else', async () => {
    let compared: unknown
    const { liveness } = cloud.world
    cloud.world.liveness = async (capture, reference) => {
      expect(capture.frames.length).toBeGreaterThan(0)
      for (const { fileId, digest } of capture.frames)
        expect(photoDigest((await cloud.files.download(fileId)) ?? Buffer.alloc(0))).toBe(digest)
      compared = String(await cloud.files.download(reference.fileId))
      return liveness(capture, reference)
    }
    cloud.world.registry = () => expect.unreachable()
    await show()
    expect(compared).toBe('a portrait')
    expect(cloud.database.dump().decisions).toHaveLength(1)
  })

  it('leaves no picture, whatever comes of it, and what a crash left goes with the sweep', async () => {
    await show()
    expect(cloud.files.stored.size).toBe(0)
    somebodyElse()
    await expect(show()).rejects.toEqual(refused('FACE_UNCONFIRMED'))
    expect(cloud.files.stored.size).toBe(0)
    cloud.world.faces = () => Promise.reject(new NanshaError('SERVICE_UNAVAILABLE'))
    await expect(show()).rejects.toEqual(refused('SERVICE_UNAVAILABLE'))
    expect(cloud.files.stored.size).toBe(0)

    const { enrolmentId } = await begin()
    await cloud.files.upload(`internal/references/${enrolmentId}`, Buffer.from('left'))
    cloud.clock.now += HOUR
    await sweep(cloud.ports)
    expect(cloud.files.stored.size).toBe(0)
  })

  it('by somebody else unlocks nothing, is told to the holder, and waits longer each time', async () => {
    somebodyElse()
    for (let tries = 0; tries < 4; tries++) await expect(show()).rejects.toEqual(refused('FACE_UNCONFIRMED'))
    await expect(show()).rejects.toEqual(refused('ATTEMPTS_EXHAUSTED'))
    await expect(handles()).rejects.toEqual(refused('UNLOCK_REQUIRED'))
    expect(history().filter(({ kind }) => kind === 'face-refused')).toHaveLength(4)
    cloud.world.faces = async () => SAME_PERSON
    cloud.clock.now += 15 * MINUTE
    await show()
    expect(history().at(-1)).toMatchObject({ kind: 'face-shown' })
    somebodyElse()
    await expect(show()).rejects.toEqual(refused('FACE_UNCONFIRMED'))
  })

  it('is refused when the matcher is unsure', async () => {
    cloud.world.faces = async () => ({ ...SAME_PERSON, decision: 'refer' })
    await expect(show()).rejects.toEqual(refused('FACE_UNCONFIRMED'))
  })

  it('does not count when no face could be judged', async () => {
    cloud.world.faces = () => Promise.reject(new FaceFault('FACE_DARK', { which: 'probe' }))
    for (let tries = 0; tries < 5; tries++) await expect(show()).rejects.toEqual(refused('FACE_DARK'))
    cloud.world.faces = async () => SAME_PERSON
    await show()
  })

  it('is spent by one submission', async () => {
    const begun = await begin()
    await uploadFrames(cloud, alice, begun)
    cloud.world.faces = async () => SAME_PERSON
    await submit(begun)
    await expect(submit(begun)).rejects.toEqual(refused('ENROLMENT_USED'))
  })

  it('needs consent, the whole challenge, and an enrolment that is open', async () => {
    const without = beginRecheck(cloud.ports, await holder(), { consent: { ...CONSENT, face: false } })
    await expect(without).rejects.toEqual(refused('CONSENT_REQUIRED'))
    const begun = await begin()
    await expect(submit(begun)).rejects.toMatchObject(UNANSWERED)
    const late = await begin()
    await uploadFrames(cloud, alice, late)
    cloud.clock.now += 16 * MINUTE
    await expect(submit(late)).rejects.toEqual(refused('ENROLMENT_EXPIRED'))
  })

  it('on a frozen credential lifts nothing by itself, and lets the holder lift the freeze', async () => {
    await ask({ action: 'status' })
    await freeze(cloud.ports, alice)
    await show()
    expect(cloud.database.dump().credentials).toMatchObject([{ status: 'frozen' }])
    await ask({ action: 'unfreeze' })
    expect(cloud.database.dump().credentials).toMatchObject([{ status: 'valid' }])
  })
})

describe('a session begun to show a face', () => {
  it('enrols nobody, and a session begun to enrol shows no face', async () => {
    const begun = await begin()
    await expect(readSides(cloud, alice, begun)).rejects.toEqual(refused('ENROLMENT_UNKNOWN'))
    const files = { card: 'cloud://test.bucket/card', frames: [] }
    await expect(submitPhotos(cloud, alice, begun, { files })).rejects.toEqual(refused('ENROLMENT_UNKNOWN'))
    const enrolment = await beginEnrolment(cloud.ports, alice, { action: 'begin', consent: CONSENT })
    await uploadFrames(cloud, alice, enrolment)
    await expect(submit(enrolment)).rejects.toEqual(refused('ENROLMENT_UNKNOWN'))
  })

  it('is submitted by the phone that began it, and by no other of the account', async () => {
    const other = await enrolCitizen(cloud, alice, { idNumber: '440524188001010014' })
    const begun = await begin()
    await uploadFrames(cloud, alice, begun)
    const stolen = submitRecheck(cloud.ports, await holder(other.key), begun.enrolmentId)
    await expect(stolen).rejects.toEqual(refused('ENROLMENT_UNKNOWN'))
    await submit(begun)
  })

  it('ends once the phone was replaced', async () => {
    const begun = await begin()
    await uploadFrames(cloud, alice, begun)
    const before = await holder()
    cloud.clock.now += 1
    const revoked = { ...before, device: { ...before.device, status: 'revoked' as const } }
    await expect(submitRecheck(cloud.ports, revoked, begun.enrolmentId)).rejects.toEqual(
      refused('CREDENTIAL_REVOKED'),
    )
    const credential = { ...before.credential, status: 'revoked' as const }
    for (const gone of [revoked, { ...before, credential }])
      await expect(beginRecheck(cloud.ports, gone, { consent: CONSENT })).rejects.toEqual(
        refused('CREDENTIAL_REVOKED'),
      )
  })

  it('is one for that phone, and takes a portrait without a face for a fault of the cloud', async () => {
    const begun = await begin()
    const { device } = await holder()
    expect(cloud.database.dump().enrolments?.find(({ _id }) => _id === begun.enrolmentId)).toMatchObject({
      account: alice,
      recheck: { deviceId: device._id },
    })
    await uploadFrames(cloud, alice, begun)
    cloud.world.faces = () => Promise.reject(new FaceFault('FACE_NOT_FOUND', { which: 'reference' }))
    await expect(submit(begun)).rejects.toEqual(refused('SERVICE_UNAVAILABLE'))
    const again = await begin()
    await uploadFrames(cloud, alice, again)
    const bounds: number[] = []
    cloud.ports = { ...cloud.ports, randomInt: (below) => bounds.push(below) - 1 }
    cloud.world.faces = () => Promise.reject(new FaceFault('FACE_BLURRED', { which: 'probe', step: 2 }))
    await expect(submit(again)).rejects.toMatchObject({
      code: 'FACE_BLURRED',
      details: { which: 'selfie', step: 2 },
    })
    expect(bounds).toEqual([2])
  })

  it('ends once the identity was deleted, without a picture left', async () => {
    const begun = await begin()
    await uploadFrames(cloud, alice, begun)
    for (const { _id } of cloud.database.dump().citizens ?? []) await cloud.database.in(CITIZENS).remove(_id)
    await expect(submit(begun)).rejects.toEqual(refused('CREDENTIAL_REVOKED'))
    expect(cloud.files.stored.size).toBe(0)
  })

  it('remembers no face with a phone that was replaced while the frames were looked at', async () => {
    const begun = await begin()
    await uploadFrames(cloud, alice, begun)
    const { device } = await holder()
    cloud.world.faces = async () => {
      await cloud.database.in(DEVICES).update(device._id, { status: 'revoked' })
      return SAME_PERSON
    }
    await expect(submit(begun)).rejects.toEqual(refused('CREDENTIAL_REVOKED'))
    expect(history().map(({ kind }) => kind)).not.toContain('face-shown')
    expect(await cloud.database.in(DEVICES).get(device._id)).toMatchObject({ faceAt: device.faceAt })
  })
})

describe('showing the face where the platform films', () => {
  const session = { verifyId: 'v', serial: 's', subject: 'x' }
  let asked: unknown[]
  let answer: 'confirmed' | 'unsure' | 'refused'
  beforeEach(() => {
    asked = []
    answer = 'confirmed'
    const capture = {
      open: async () => session,
      query: async (...question: unknown[]) => {
        asked = question
        return answer
      },
    }
    cloud.ports = { ...cloud.ports, registry: filmedElsewhere(cloud.ports.registry, capture) }
    cloud.world.faces = () => expect.unreachable()
  })
  const film = async (begun: EnrolBegun) =>
    openFilming(cloud.ports, alice, {
      ...{ action: 'film', enrolmentId: begun.enrolmentId, name: '李明', idNumber: RESIDENT_NUMBER },
    })

  it('takes the platform’s answer, for the name and number on record, from when the filming was opened', async () => {
    const begun = await begin()
    const from = cloud.clock.now
    await film(begun)
    cloud.clock.now += 2 * MINUTE
    expect(await submit(begun)).toEqual({ seenAt: from / 1000 })
    expect(asked).toEqual([
      session,
      { name: '李明', idNumber: RESIDENT_NUMBER, account: { appId: 'wxc', openId: 'alice' } },
    ])
    expect((await handles())?.goodUntil['fresh-face-or-fresh-pin']).toBe((from + 30 * MINUTE) / 1000)
    expect(cloud.database.dump().devices).toMatchObject([{ faceAt: new Date(from), faceBy: 'platform-face' }])
  })

  it('takes any answer but a yes for a no, and no filming for none', async () => {
    for (answer of ['unsure', 'refused'] as const) {
      const begun = await begin()
      await film(begun)
      await expect(submit(begun)).rejects.toEqual(refused('FACE_UNCONFIRMED'))
    }
    await expect(submit(await begin())).rejects.toMatchObject(UNANSWERED)
  })

  it('does not date the filming by a guided challenge', async () => {
    const begun = await begin()
    const from = cloud.clock.now
    await film(begun)
    cloud.clock.now += 10 * MINUTE
    await askChallenge(cloud.ports, alice, begun.enrolmentId)
    expect(await submit(begun)).toEqual({ seenAt: from / 1000 })
  })
})

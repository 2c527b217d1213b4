import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import type { Issuances } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import { digestText } from '@nansha/shared/encoding/digest'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen } from '../../support/enrolled-citizen'
import { logEntry, queuedEntries, storeChain } from '../../support/log'

const alice = 'wxc:alice' as const
let cloud: ReturnType<typeof createEnrolPorts>
let enrolled: Awaited<ReturnType<typeof enrolCitizen>>
beforeEach(async () => {
  cloud = createEnrolPorts()
  enrolled = await enrolCitizen(cloud, alice)
})
const issuances = (key = enrolled.key) => askWallet<Issuances>(cloud, alice, key, { action: 'issuances' })
const fingerprint = (granted: object) =>
  digestText(String((granted as { credential: string }).credential).split('~')[0] ?? '')

describe('what the server says of issuances', () => {
  it('names each credential as the log does, and what became of it', async () => {
    const [entry] = queuedEntries(cloud.database)
    expect(await issuances()).toEqual({
      subject: encodeBase64url(entry?.subject ?? new Uint8Array(0)),
      issued: [
        {
          credential: fingerprint(enrolled),
          issuedAt: unixSeconds(cloud.clock.now),
          type: 'resident-id',
          status: 'valid',
          assurance: 'specimen',
          isHere: true,
        },
      ],
    })
    expect(encodeBase64url(entry?.credential ?? new Uint8Array(0))).toBe(fingerprint(enrolled))
  })

  it('tells which phone each is on', async () => {
    cloud.clock.now += 40 * 86_400_000
    const next = await enrolCitizen(cloud, alice)
    const { issued } = await issuances(next.key)
    expect(issued).toMatchObject([
      { credential: fingerprint(enrolled), status: 'revoked', isHere: false },
      { credential: fingerprint(next), status: 'valid', isHere: true },
    ])
  })

  it('names a record from the time of the hash chain by a sealed fingerprint once it was read', async () => {
    const old = logEntry('of the chain')
    await storeChain(cloud.database, [old])
    const credentials = cloud.database.in(CREDENTIALS)
    const { fingerprint: _, ...record } = (await credentials.findOne({})) as Credential
    await credentials.put({ ...record, logIndex: 1 })
    for (let look = 0; look < 2; look++)
      expect((await issuances()).issued).toMatchObject([{ credential: encodeBase64url(old.credential) }])
    expect(cloud.database.dump().credentials).toMatchObject([{ fingerprint: expect.any(String) }])
    expect(JSON.stringify(cloud.database.raw.dump().credentials)).not.toContain('logIndex')
  })

  it('is a defect of a record that names no entry of the chain', async () => {
    const credentials = cloud.database.in(CREDENTIALS)
    const { fingerprint: _, ...record } = (await credentials.findOne({})) as Credential
    for (const logIndex of [undefined, 7]) {
      await credentials.put({ ...record, ...(logIndex !== undefined && { logIndex }) })
      await expect(issuances()).rejects.toThrow('A credential names no entry of the issuance log.')
    }
  })
})

import { appendLogEntry } from '@nansha/core/credential/append-entry'
import { publishHead } from '@nansha/core/credential/publish-head'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { Issuances } from '@nansha/shared/api/wallet'
import { verifyHead } from '@nansha/shared/issuance-log/verify-head'
import { extendsHead, headVouchesFor } from '@nansha/shared/issuance-log/verify-path'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOut } from '../../../cloudfunctions/wallet/carry-out'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen, signRequest } from '../../support/enrolled-citizen'
import { BACKENDS } from '../../support/keys'
import { TRUST_LIST } from '../../support/trust'

const alice = 'wxc:alice' as const
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
  await publishHead(cloud.ports)
})
const issuances = (kept = 0) => askWallet<Issuances>(cloud, alice, key, { action: 'issuances', kept })
const [listed] = TRUST_LIST.issuers

describe.each(BACKENDS)('what a citizen sees of the issuance log, with $name', ({ verify }) => {
  const read = (jws: string) => {
    const issuer = {
      ...listed,
      iss: cloud.ports.issuerUrl,
      keys: [cloud.ports.signer.publicJwk],
    } as typeof listed
    if (!issuer) throw new Error('no issuer')
    return verifyHead(jws, issuer, Math.floor(cloud.world.time / 1000), verify)
  }

  it('is every credential on the own number, each vouched for by the published head', async () => {
    const seen = await issuances()
    const head = await read(seen.head)
    expect(seen.issuances).toMatchObject([
      {
        entry: { index: 1, event: 'issued' },
        issued: { status: 'valid', assurance: 'specimen', isHere: true },
      },
    ])
    for (const { entry, path } of seen.issuances) {
      expect(path.at(-1)).toEqual(entry)
      expect(headVouchesFor(head, path)).toBe(true)
    }
  })

  it('shows at the next look that nothing before was rewritten', async () => {
    const kept = await read((await issuances()).head)
    cloud.world.time += 60_000
    const bob = { at: 1, event: 'issued', subject: 'bob', credential: 'his' } as const
    await cloud.database.transaction((transaction) => appendLogEntry(transaction, bob))
    await publishHead(cloud.ports)
    const later = await issuances(kept.size)
    expect(extendsHead(kept, await read(later.head), later.continuation)).toBe(true)
  })

  it('tells what became of each, and on which phone it was', async () => {
    cloud.world.time += 40 * 86_400_000
    const { key: next } = await enrolCitizen(cloud, alice)
    const request = signRequest(next, { action: 'issuances', kept: 0 }, cloud.world.time)
    const seen = (await carryOut(cloud.ports, await openRequest(cloud.ports, alice, request))) as Issuances
    expect(seen.issuances).toMatchObject([
      { entry: { event: 'issued' }, issued: { status: 'revoked', isHere: false } },
      { entry: { event: 'rebound' }, issued: { status: 'valid', isHere: true } },
    ])
  })

  it('is refused from a head of another key, or one that is a day old', async () => {
    const { head } = await issuances()
    cloud.world.time += 24 * 3600_000 + 1000
    await expect(read(head)).rejects.toMatchObject({ code: 'LOG_INVALID' })
    await expect(read(`${head.slice(0, -4)}AAAA`)).rejects.toMatchObject({ code: 'LOG_INVALID' })
  })
})

import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { readCard } from '@nansha/core/enrol/read-card'
import type { CitizenClaims } from '@nansha/core/records/citizens'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import type { CardSide } from '@nansha/shared/identity-card'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { applyDisclosures } from '@nansha/shared/sd-jwt/apply-disclosures'
import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { submitPhotos } from '../../support/enrolled-citizen'
import { STORAGE_ROOT } from '../../support/memory-files'

const alice = 'wxc:alice' as const
const field = (value: string) => ({ value, confidence: 0.99, confirm: false })
const PRINTED = {
  number: '911124198108030024',
  name: 'SPECIMEN, ANNA MARIA',
  chineseName: '白安娜',
  sex: 'female',
  birthdate: '1981-08-03',
  nationality: 'FRA',
  validFrom: '2024-01-15',
  validUntil: '2034-01-15',
}
const CLAIMS: CitizenClaims = {
  name: PRINTED.name,
  id_number: PRINTED.number,
  sex: 'female',
  birthdate: '1981-08-03',
  // As printed: the number has the nationality at first issue.
  nationality: 'FRA',
  chinese_name: '白安娜',
  card_validity: '2034-01-15',
}

let cloud: ReturnType<typeof createEnrolPorts>
let begun: EnrolBegun
beforeEach(async () => {
  cloud = createEnrolPorts()
  hold(PRINTED)
  begun = await beginEnrolment(cloud.ports, alice, {
    action: 'begin',
    consent: { face: true, version: CONSENT_VERSION },
  })
})

function hold(printed: Readonly<Record<string, string>>): void {
  const fields = Object.entries(printed).map(([name, value]) => [name, field(value)])
  const portrait = { fields: Object.fromEntries(fields), portrait: 'crop' }
  const emblem = { fields: { authority: field('国家移民管理局') }, document: 'permanent-resident-card' }
  cloud.world.card = async (side) => (side === 'portrait' ? portrait : emblem)
}
const read = (side: CardSide) =>
  readCard(cloud.ports, alice, {
    action: 'read-card',
    enrolmentId: begun.enrolmentId,
    side,
    card: STORAGE_ROOT + begun.uploads[side === 'portrait' ? 'card' : 'emblem'],
  })
const claims = () => {
  const [citizen] = (cloud.database.dump().citizens ?? []) as unknown as Record<string, unknown>[]
  const place = { collection: 'citizens', id: String(citizen?._id), field: 'claims' }
  return cloud.ports.envelopes.openJson<CitizenClaims>(place, String(citizen?.claims))
}

describe('a foreign permanent resident', () => {
  it('is asked about as the holder of such a card, and gets an identity that names them in Latin letters', async () => {
    const asked: unknown[] = []
    cloud.ports.registry.compare = async ({ name, idNumber, document }) => {
      asked.push([name, idNumber, document])
      return 'confirmed'
    }
    const submitted = { name: 'Specimen,Anna Maria', idNumber: PRINTED.number }
    const issued = await submitPhotos(cloud, alice, begun, { ...submitted, name: PRINTED.name })
    expect(asked).toEqual([[PRINTED.name, PRINTED.number, 'permanent-resident-card']])
    expect(claims()).toEqual(CLAIMS)
    if (!('credential' in issued)) throw new Error('Nothing was issued.')
    const parsed = parseSdJwt(issued.credential)
    const jws = parsed && decodeJws(parsed.jws)
    expect(jws && applyDisclosures(jws.payload, parsed.disclosures)).toMatchObject({
      name: PRINTED.name,
      nationality: 'FRA',
      chinese_name: '白安娜',
      id_number_last4: '0024',
    })
  })

  it('without a Chinese name has none', async () => {
    hold({ ...PRINTED, chineseName: '' })
    await submitPhotos(cloud, alice, begun, { name: PRINTED.name, idNumber: PRINTED.number })
    expect(claims()).not.toHaveProperty('chinese_name')
  })

  it('may correct the name, and nothing that their card does not print', async () => {
    const corrections = { address: '广东省广州市南沙区示范路8号' }
    const submitted = { name: PRINTED.name, idNumber: PRINTED.number, corrections }
    await expect(submitPhotos(cloud, alice, begun, submitted)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'corrections' },
    })
    begun = await beginEnrolment(cloud.ports, alice, {
      action: 'begin',
      consent: { face: true, version: CONSENT_VERSION },
    })
    await submitPhotos(cloud, alice, begun, { name: 'SPECIMEN, ANNE', idNumber: PRINTED.number })
    expect(claims().name).toBe('SPECIMEN, ANNE')
  })

  it('goes to a counter where the registry does not answer for their card', async () => {
    const registry = { ...cloud.ports.registry, documents: ['resident-id-card'] as const }
    cloud = { ...cloud, ports: { ...cloud.ports, registry } }
    await expect(read('portrait')).rejects.toMatchObject({ code: 'CARD_COUNTER_ONLY' })
  })
})

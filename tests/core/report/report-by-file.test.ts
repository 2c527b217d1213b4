import { randomId } from '@nansha/core/function/random-id'
import { reportByFile, toCsv } from '@nansha/core/report/report-by-file'
import { sendReports } from '@nansha/core/report/send-reports'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { GUEST_RECEIPT_TYPE } from '@nansha/shared/guest-report/guest-report'
import { createJws } from '@nansha/shared/jws/create-jws'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { beforeEach, describe, expect, it } from 'vitest'
import { createHotel, type Hotel } from '#support/hotel'
import { ISSUER } from '#support/issuer'
import { holderKey } from '#support/keys'
import { createMemoryFiles } from '#support/memory-files'
import { AUTHORITY, TRUST_LIST } from '#support/trust'

let hotel: Hotel
let files: ReturnType<typeof createMemoryFiles>
beforeEach(async () => {
  hotel = await createHotel()
  files = createMemoryFiles()
})

const round = () => {
  const receiver = TRUST_LIST.issuers[0]?.receiver
  if (!receiver) throw new Error('no receiver')
  const now = () => hotel.clock.now
  const reports = reportByFile({
    issuerUrl: ISSUER,
    receiver,
    now,
    verifySignature: hotel.ports.verifySignature,
    files,
    storageRoot: async () => (await files.upload('root', Buffer.from('x'))).slice(0, -'root'.length),
    randomId,
  })
  return sendReports({ database: hotel.database, now, reports }, () => 60_000)
}
const receipt = (changed: object = {}, key = AUTHORITY.receipts) => {
  const [report] = hotel.queue()
  const iat = unixSeconds(hotel.clock.now)
  const said = { stay: report?.stayId, version: report?.revision, digest: report?.digest }
  const header = { typ: GUEST_RECEIPT_TYPE, kid: keyThumbprint(key.publicJwk) }
  return createJws(key.privateKey, header, { iss: AUTHORITY.issuer, aud: ISSUER, iat, ...said, ...changed })
}
const putReceipts = (...lines: string[]) =>
  files.upload(`${hotel.queue()[0]?.file}.receipts`, Buffer.from(lines.join('\n')))

describe('reporting by file', () => {
  it('writes JSON Lines and CSV once, and closes the reports whose signed receipts were put beside them', async () => {
    const stay = await hotel.checkIn()
    await round()
    expect(hotel.queue()).toMatchObject([{ state: 'exported' }])
    const file = hotel.queue()[0]?.file ?? ''
    const root = (await files.upload('root', Buffer.from('x'))).slice(0, -'root'.length)
    const lines = (await files.download(`${root}${file}.jsonl`))?.toString('utf8') ?? ''
    expect(JSON.parse(lines)).toMatchObject({ stay, room: '808' })
    expect((await files.download(`${root}${file}.csv`))?.subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf))

    await putReceipts(receipt())
    await round()
    expect(hotel.queue()).toMatchObject([{ state: 'done' }])
    expect(hotel.stays()).toMatchObject([{ state: 'reported' }])
  })

  it.each([
    ['signed by somebody else', () => receipt({}, holderKey(99))],
    ['of another report', () => receipt({ digest: 'A'.repeat(43) })],
    ['for another deployment', () => receipt({ aud: 'https://elsewhere.example' })],
    ['of another authority', () => receipt({ iss: 'https://elsewhere.example' })],
    ['that is no receipt', () => 'received, thank you'],
  ])('takes no receipt %s', async (_what, forged) => {
    await hotel.checkIn()
    await round()
    await putReceipts(forged())
    await round()
    expect(hotel.queue()).toMatchObject([{ state: 'exported' }])
  })

  it('writes no cell that a spreadsheet would run', async () => {
    await hotel.checkIn()
    const report = hotel.queue()[0]?.report ?? ''
    const csv = toCsv([report.replace('"room":"808"', '"room":"=1+1\\""')])
    expect(csv).toContain('"\'=1+1"""')
  })
})

import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { enrolCitizen } from '../support/enrolled-citizen'

it('no value of a log entry, nor its id, stands beside an account in the database', async () => {
  const cloud = createEnrolPorts()
  // Worlds begin at a whole hour.
  cloud.clock.now += 1_234_567
  await enrolCitizen(cloud, 'wxc:alice')
  await enrolCitizen(cloud, 'wxc:bob', { idNumber: '440524188001010014' })
  const { logQueue = [], ...others } = cloud.database.dump()
  const everythingElse = JSON.stringify(others)
  expect(logQueue).toHaveLength(2)
  for (const { _id, entry } of logQueue as { _id: string; entry: string }[]) {
    const bytes = Buffer.from(entry, 'base64url')
    const [subject, credential] = [bytes.subarray(6, 38), bytes.subarray(38)]
    for (const trace of [_id, entry, subject.toString('base64url'), credential.toString('base64url')])
      expect(everythingElse).not.toContain(trace)
    // The hour alone is told: exact times stand beside accounts.
    expect(bytes.readUInt32BE(2) % 3600).toBe(0)
  }
})

it('a credential of the time of the hash chain does not tell its place in it', async () => {
  const cloud = createEnrolPorts()
  await enrolCitizen(cloud, 'wxc:alice')
  const [credential] = (cloud.database.dump().credentials ?? []) as Credential[]
  if (!credential) throw new Error('Nobody is enrolled.')
  const { fingerprint: _, ...former } = credential
  await cloud.database.in(CREDENTIALS).put({ ...former, logIndex: 71_077 })
  expect(cloud.database.dump().credentials).toMatchObject([{ logIndex: 71_077 }])
  expect(JSON.stringify(cloud.database.raw.dump())).not.toMatch(/logIndex|71077/)
})

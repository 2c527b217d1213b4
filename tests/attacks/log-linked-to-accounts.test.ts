import { expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { enrolCitizen } from '../support/enrolled-citizen'

it('no value of a log entry, nor its id, stands beside an account in the database', async () => {
  const cloud = createEnrolPorts()
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

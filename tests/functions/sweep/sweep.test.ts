import { ENROLMENTS } from '@nansha/core/records/enrolments'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestCloud, type TestCloud } from '../../support/cloud'
import { begin } from '../../support/enrol'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())

/** What a crash between taking an enrolment and deleting its photos leaves. */
async function crashedEnrolment(expiredMinutesAgo: number): Promise<void> {
  const client = cloud.citizen(`crashed${expiredMinutesAgo}`)
  const { enrolmentId, uploads } = await begin(client)
  await client.upload(uploads.card, Buffer.from('a card'))
  await client.upload(uploads.selfie, Buffer.from('a face'))
  const expiresAt = new Date(Date.now() - expiredMinutesAgo * 60_000)
  await cloud.database.in(ENROLMENTS).update(enrolmentId, { state: 'taken', expiresAt })
}

it('the sweep function deletes, by its timer, the photos and the record that a crash left behind, and no others', async () => {
  await crashedEnrolment(11)
  await crashedEnrolment(1)
  expect(await cloud.fileCount()).toBe(4)
  await cloud.fire('sweep', 'every-five-minutes')
  expect((await cloud.records()).enrolments).toHaveLength(1)
  // The marker by which file ids are known, and the two photos whose time has not come.
  expect(await cloud.fileCount()).toBe(3)
})

it('the sweep function runs for nobody but the timer', async () => {
  await expect(cloud.operator.call('sweep', {})).rejects.toThrow('PERMISSION_DENIED')
  const asFunction = await cloud.platform.callFunction('sweep', {}, 1).catch((error: Error) => error)
  expect(asFunction).toMatchObject({ ok: false, code: 'CALLER_FORBIDDEN' })
})

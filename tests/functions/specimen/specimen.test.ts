import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestCloud, type TestCloud } from '../../support/cloud'
import { registerSpecimen } from '../../support/enrol'
import { cropFace } from '../../support/faces'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())

const li = { name: '李晚晴', idNumber: '11010519491231002X' }

it('the specimen function registers a synthetic citizen, sealed, and replaces the portrait of one it knows', async () => {
  await registerSpecimen(cloud, { ...li, portrait: await cropFace(0) })
  await registerSpecimen(cloud, { ...li, portrait: await cropFace(1) })
  const { specimens } = await cloud.lying()
  expect(specimens).toHaveLength(1)
  expect(JSON.stringify(specimens)).not.toMatch(/李|110105/)
  expect(await cloud.fileCount()).toBe(1)
})

it('the specimen function is the operator’s alone, and takes no number that cannot be', async () => {
  const event = { action: 'register', ...li, portrait: '/9j/', ethnicity: '汉', address: '广州' }
  expect(await cloud.staff('clerk').call('specimen', event)).toMatchObject({ code: 'CALLER_FORBIDDEN' })
  const wrong = { ...event, idNumber: '110105194912310021' }
  expect(await cloud.operator.call('specimen', wrong)).toMatchObject({ code: 'NUMBER_CHECKSUM' })
  const text = { ...event, portrait: Buffer.from('not a picture').toString('base64') }
  expect(await cloud.operator.call('specimen', text)).toMatchObject({ code: 'IMAGE_UNREADABLE' })
})

it('the specimen function does not load outside a local stage', async () => {
  const production = await startTestCloud({ specimen: { NANSHA_STAGE: 'production' } })
  try {
    await expect(production.operator.call('specimen', {})).rejects.toThrow()
  } finally {
    await production.stop()
  }
})

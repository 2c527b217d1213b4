import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { CONSENT_VERSION, EnrolEvent } from '@nansha/shared/api/enrol'
import { expect, it } from 'vitest'
import { parseOrAbandon } from '#functions/enrol/parse-or-abandon'
import { createEnrolPorts } from '../../support/enrol-ports'

it('parseOrAbandon ends the enrolment of a malformed submission, if it is the caller’s', async () => {
  const { ports, files, database } = createEnrolPorts()
  const consent = { face: true, version: CONSENT_VERSION }
  const { enrolmentId, uploads } = await beginEnrolment(ports, 'wxc:alice', { action: 'begin', consent })
  await files.upload(uploads.card, Buffer.from('card'))
  const malformed = { action: 'submit', enrolmentId, name: 7 }

  for (const account of ['wxc:mallory', 'wxc:alice'] as const) {
    expect(files.stored.size).toBe(1)
    const refusal = parseOrAbandon(ports, account, EnrolEvent, malformed)
    await expect(refusal).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  }
  expect(files.stored.size).toBe(0)
  expect(database.dump().enrolments).toMatchObject([{ state: 'cancelled' }])
})

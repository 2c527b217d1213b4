import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { expect, it } from 'vitest'
import { createFamily, MOTHER, numberOf } from '#support/family'

const HOUR = 3600_000

it('an application takes a guardian until it runs out, an hour after it was begun', async () => {
  const home = await createFamily()
  const key = await home.enrolParent()
  const [first, second] = [
    await beginApplication(home.ports, MOTHER, null),
    await beginApplication(home.ports, MOTHER, null),
  ]
  const vouch = (application: string) => home.ask(MOTHER, key, { action: 'vouch-for-child', application })
  await home.ask(MOTHER, key, { action: 'set-pin', pin: '385201' })
  home.clock.now += HOUR - 1
  await home.ask(MOTHER, key, { action: 'unlock', pin: '385201' })
  await vouch(first.applicationId)
  home.clock.now += 1
  await expect(vouch(second.applicationId)).rejects.toMatchObject({ code: 'ENROLMENT_EXPIRED' })
  expect(home.database.dump().counterApplications).toContainEqual(
    expect.objectContaining({ _id: second.applicationId, guardian: null }),
  )
})

it('who is not eighteen yet vouches for nobody', async () => {
  const home = await createFamily()
  const key = await home.enrolParent(MOTHER, numberOf('2009-01-16'))
  await home.ask(MOTHER, key, { action: 'set-pin', pin: '385201' })
  home.clock.now = Date.parse('2027-01-15T23:59:59.999+08:00')
  await home.ask(MOTHER, key, { action: 'unlock', pin: '385201' })
  const { applicationId } = await beginApplication(home.ports, MOTHER, null)
  const vouch = () => home.ask(MOTHER, key, { action: 'vouch-for-child', application: applicationId })
  await expect(vouch()).rejects.toMatchObject({ code: 'GUARDIAN_UNDER_AGE' })
  home.clock.now += 1
  await vouch()
})

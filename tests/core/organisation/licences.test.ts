import {
  listOrganisations,
  renewLicence,
  resumeOrganisation,
  suspendOrganisation,
} from '@nansha/core/organisation/licences'
import { beforeEach, expect, it } from 'vitest'
import { createOffice, OPERATOR } from '#support/organisation'

let office: ReturnType<typeof createOffice>
let organisationId: string
beforeEach(async () => {
  office = createOffice()
  organisationId = await office.onboard()
})
const list = async () => (await listOrganisations(office.ports, OPERATOR)).organisations

it('lists each organisation with its licence and how many manage it', async () => {
  await office.hire('wxverifier:one', organisationId, 'manager')
  const other = await office.onboard('南沙宾馆')
  const listed = await list()
  expect(listed).toHaveLength(2)
  expect(listed.find((one) => one.organisationId === organisationId)).toEqual({
    organisationId,
    name: { zh: '南沙酒店', en: 'Nansha Hotel' },
    scenarios: ['hotel'],
    enrols: false,
    managers: 1,
    licenceExpiresAt: 2_000_000_000,
  })
  expect(listed.find((one) => one.organisationId === other)).toMatchObject({ managers: 0 })
})

it('renews until another day, and not until one that is past', async () => {
  const renew = (licenceExpiresAt: number) =>
    renewLicence(office.ports, OPERATOR, { action: 'renew', organisationId, licenceExpiresAt })
  await renew(2_100_000_000)
  expect(await list()).toMatchObject([{ licenceExpiresAt: 2_100_000_000 }])
  const past = office.clock.now / 1000
  await expect(renew(past)).rejects.toMatchObject({ details: { field: 'licenceExpiresAt' } })
})

it('withdraws a licence and gives it back, which renewing alone does not', async () => {
  await suspendOrganisation(office.ports, OPERATOR, { action: 'suspend', organisationId })
  const licenceExpiresAt = 2_100_000_000
  await renewLicence(office.ports, OPERATOR, { action: 'renew', organisationId, licenceExpiresAt })
  expect(await list()).toMatchObject([{ suspendedAt: office.clock.now / 1000, licenceExpiresAt }])
  await resumeOrganisation(office.ports, OPERATOR, { action: 'resume', organisationId })
  expect((await list())[0]).not.toHaveProperty('suspendedAt')
})

it('changing a licence says so when there is no such organisation', async () => {
  const nobody = { organisationId: 'A'.repeat(22) }
  const refused = { code: 'INPUT_INVALID', details: { field: 'organisationId' } }
  const { ports } = office
  await expect(suspendOrganisation(ports, OPERATOR, { action: 'suspend', ...nobody })).rejects.toMatchObject(
    refused,
  )
  await expect(
    renewLicence(ports, OPERATOR, { action: 'renew', ...nobody, licenceExpiresAt: 2_100_000_000 }),
  ).rejects.toMatchObject(refused)
})

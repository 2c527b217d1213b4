import type { ProvenHolder } from '@nansha/core/registry/document-registry'
import { beforeEach, describe, expect, it } from 'vitest'
import { licenceOf, socialSecurityCardOf } from '../support/documents'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const SOMEBODY: ProvenHolder = { name: '李明', idNumber: '440524188001010014' }
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})

describe('a document of another person', () => {
  it('is not taken from a registry that answers with another number, or another name', async () => {
    for (const holder of [SOMEBODY, { name: '王芳', idNumber: '11010519491231002X' }]) {
      cloud.world.licence = async () => licenceOf(holder)
      cloud.world.socialSecurityCard = async () => socialSecurityCardOf(holder)
      for (const type of ['driving-licence', 'social-security-card'] as const)
        await expect(askWallet(cloud, alice, key, { action: 'add-document', type })).rejects.toMatchObject({
          code: 'DOCUMENT_REGISTRY_DOWN',
        })
    }
    expect(cloud.database.dump().heldDocuments ?? []).toEqual([])
  })

  it('cannot be asked for: a phone names a type, and a number beside it is not read', async () => {
    const asked: ProvenHolder[] = []
    cloud.world.licence = async (holder) => {
      asked.push(holder)
      return licenceOf(holder)
    }
    const action = {
      action: 'add-document',
      type: 'driving-licence',
      ...SOMEBODY,
      id_number: SOMEBODY.idNumber,
    }
    await askWallet(cloud, alice, key, action as Parameters<typeof askWallet>[3])
    expect(asked.map(({ idNumber }) => idNumber)).toEqual(['11010519491231002X'])
  })
})

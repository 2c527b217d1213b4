import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import type { Assurance } from '@nansha/shared/scenarios'
import { beforeEach, describe, expect, it } from 'vitest'
import { licenceOf, socialSecurityCardOf } from '../support/documents'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const TOO_LOW = { code: 'DOCUMENT_ASSURANCE_TOO_LOW' }

let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
let asked: string[]
beforeEach(async () => {
  cloud = createEnrolPorts()
  asked = []
  cloud.world.licence = async (holder) => {
    asked.push('licence')
    return licenceOf(holder)
  }
  cloud.world.socialSecurityCard = async (holder) => {
    asked.push('card')
    return socialSecurityCardOf(holder)
  }
  key = (await enrolCitizen(cloud, alice)).key
  Object.assign(cloud.ports, { acceptSpecimens: false })
})
const prove = async (assurance: Assurance) => {
  const [credential] = (cloud.database.dump().credentials ?? []) as Credential[]
  if (credential) await cloud.database.in(CREDENTIALS).put({ ...credential, assurance })
}
const add = (type: 'driving-licence' | 'social-security-card') =>
  askWallet(cloud, alice, key, { action: 'add-document', type })

describe('who enrolled with a photo or film of somebody before the app’s own camera', () => {
  it('is told nothing of their social security card, for no desk would take it', async () => {
    for (const assurance of ['guided-face', 'platform-face'] as const) {
      await prove(assurance)
      await expect(add('social-security-card')).rejects.toMatchObject(TOO_LOW)
    }
    expect(asked).toEqual([])
    await prove('face+registry')
    await add('social-security-card')
    expect(asked).toEqual(['card'])
  })

  it('is told nothing of it either when the identity is proven worse while the registry is asked', async () => {
    await prove('in-person')
    cloud.world.socialSecurityCard = async (holder) => {
      await prove('guided-face')
      return socialSecurityCardOf(holder)
    }
    await expect(add('social-security-card')).rejects.toMatchObject(TOO_LOW)
    expect(cloud.database.dump().heldDocuments ?? []).toEqual([])
  })

  it('has the licence added, which the traffic police compare with the portrait', async () => {
    await prove('guided-face')
    await add('driving-licence')
    expect(asked).toEqual(['licence'])
  })
})

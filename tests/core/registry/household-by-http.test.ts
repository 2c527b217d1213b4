import { randomBytes } from 'node:crypto'
import { createSigner } from '@nansha/core/crypto/signer'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { chooseHousehold } from '@nansha/core/registry/choose-documents'
import { householdByHttp } from '@nansha/core/registry/household-by-http'
import { askHousehold } from '@nansha/core/registry/household-registry'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { calculateJwkThumbprint, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { NOW_MS } from '#support/clock'
import { childOf, DAUGHTER, SON } from '#support/family'
import { serveApi } from '#support/http-server'
import { patientFetch } from '#support/patient-fetch'

const ISSUER = 'https://id.example/trust'
const MOTHER = { name: '李娜', idNumber: '440115199003070023' }
const asking = createHolderKey(randomBytes(48))
const registryKey = createHolderKey(randomBytes(48))

/** A register on this machine, written from docs/document-registry.md with `jose` alone. */
let register: Awaited<ReturnType<typeof serveApi>>
let url = ''
const asked: JWTPayload[] = []
let answered: object | null
let key = registryKey
beforeAll(async () => {
  register = await serveApi(async ({ body }) => {
    const { payload } = await jwtVerify(body, await importJWK(asking.publicJwk, 'ES256'), {
      typ: 'nansha-document-question+jwt',
      audience: url,
      currentDate: new Date(NOW_MS),
    })
    asked.push(payload)
    const { iss, jti, type } = payload
    const said = { iss: url, aud: iss ?? '', iat: NOW_MS / 1000, jti: jti ?? '', type, document: answered }
    const header = {
      alg: 'ES256',
      typ: 'nansha-document-answer+jwt',
      kid: await calculateJwkThumbprint(registryKey.publicJwk),
    }
    const signing = await importJWK({ ...key.publicJwk, d: key.privateKey }, 'ES256')
    return { json: await new SignJWT(said).setProtectedHeader(header).sign(signing) }
  })
  url = `http://127.0.0.1:${register.port}/households`
})
afterAll(() => register.close())
beforeEach(() => {
  asked.length = 0
  answered = childOf(DAUGHTER)
  key = registryKey
})

/** The stand-in answers JSON; a register answers the token itself, which is that text without its quotes. */
const unquoted: typeof fetch = async (...request) => {
  const response = await patientFetch(...request)
  return new Response((await response.text()).replace(/^"|"$/g, ''), { status: response.status })
}

function ask(child = DAUGHTER) {
  const registry = householdByHttp({
    url,
    keys: [registryKey.publicJwk],
    issuerUrl: ISSUER,
    signer: createSigner(asking.privateKey, asking.publicJwk),
    fetch: unquoted,
    now: () => NOW_MS,
    randomId: () => randomBytes(16).toString('base64url'),
    verifySignature: createWebCryptoVerifier(),
  })
  return askHousehold(registry, MOTHER, child, NOW_MS)
}
const refused = (code: string) => expect.objectContaining({ code })

it('the register of households is asked for guardian and child together, and its signed answer believed', async () => {
  expect(await ask()).toEqual(childOf(DAUGHTER))
  expect(asked).toMatchObject([
    {
      type: 'guardianship',
      name: MOTHER.name,
      id_number: MOTHER.idNumber,
      child: { name: DAUGHTER.name, id_number: DAUGHTER.idNumber },
    },
  ])
})

it('a signed no of the register is taken for no guardianship', async () => {
  answered = null
  await expect(ask()).rejects.toEqual(refused('CHILD_NOT_IN_HOUSEHOLD'))
})

it.each<[string, object]>([
  ['about another child', childOf(SON)],
  ['without a photo', { ...childOf(DAUGHTER), portrait: '' }],
  ['with a photo that is no WebP', { ...childOf(DAUGHTER), portrait: '/9j/4AAQ' }],
  ['with a relation that there is not', { ...childOf(DAUGHTER), guardian_relation: 'neighbour' }],
])('an answer of the register %s is taken for silence', async (_, document) => {
  answered = document
  await expect(ask()).rejects.toEqual(refused('DOCUMENT_REGISTRY_DOWN'))
})

it('an answer of the register that another signed is taken for silence', async () => {
  key = createHolderKey(randomBytes(48))
  await expect(ask()).rejects.toEqual(refused('DOCUMENT_REGISTRY_DOWN'))
})

it('no register of households is asked where the deployment names none', () => {
  const platform = {} as Parameters<typeof chooseHousehold>[1]
  expect(chooseHousehold({}, platform)).toBeNull()
  expect(() =>
    chooseHousehold({ NANSHA_DOCUMENT_REGISTRIES: 'specimen', NANSHA_STAGE: 'production' }, platform),
  ).toThrow('invented')
})

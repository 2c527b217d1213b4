import { compactVerify, importJWK } from 'jose'
import { expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { ISSUER, issuerSigner } from '../../support/issuer'
import { createSigning } from '../../support/signing'

const TYP = 'nansha-log-head+jwt'
const head = (size: number) => ({ iss: ISSUER, iat: NOW, size, hash: 'A'.repeat(43) })

it('the remote signer asks in one call for what is asked in one turn, and gives each its own', async () => {
  const { signerOf, events } = createSigning()
  const signer = signerOf('sweep')
  const signed = await Promise.all([1, 2, 3, 4, 5].map((size) => signer.sign(TYP, head(size))))
  expect(events).toHaveLength(1)
  const key = await importJWK({ ...issuerSigner.publicJwk }, 'ES256')
  for (const [n, jws] of signed.entries()) {
    const { payload } = await compactVerify(jws, key)
    expect(JSON.parse(Buffer.from(payload).toString())).toEqual(head(n + 1))
  }
})

it('the remote signer asks in as many calls as sixteen messages each need', async () => {
  const { signerOf, events } = createSigning()
  const signer = signerOf('sweep')
  await Promise.all(Array.from({ length: 33 }, (_, n) => signer.sign(TYP, head(n))))
  expect(events).toHaveLength(3)
})

it('the remote signer asks once more when there was no answer', async () => {
  const { signerOf, call } = createSigning()
  let calls = 0
  const signer = signerOf('sweep', async (...asked) => {
    if (++calls === 1) throw new Error('The call failed.')
    return call(...asked)
  })
  await expect(signer.sign(TYP, head(1))).resolves.toBeDefined()
})

it('the remote signer is unavailable, which costs the person nothing, when there is no answer, or none that it understands', async () => {
  const { signerOf } = createSigning()
  for (const answer of [null, {}, { ok: true, signed: [] }, { ok: true, signed: [1] }, { ok: false }]) {
    const signer = signerOf('sweep', async () => answer)
    await expect(signer.sign(TYP, head(1))).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  }
})

it('the remote signer takes the refusal of a message for a defect of this code, for no person can mend it', async () => {
  const { signerOf } = createSigning()
  await expect(signerOf('enrol').sign(TYP, head(1))).rejects.toThrow(TypeError)
})

import { digestText } from '@nansha/shared/encoding/digest'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import { expect, it } from 'vitest'
import { encode, forge, outcomes, present } from '../support/forge'

it('JSON that is nested without end is refused before anything walks it', async () => {
  const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown
  expect(await outcomes(present(forge({ payload: { deep: deep(9) } })))).toEqual(['QR_UNREADABLE'])
  const header = encode({ alg: 'ES256', typ: 'dc+sd-jwt' })
  const payload = Buffer.from(`{"iss":${'['.repeat(20_000)}`).toString('base64url')
  expect(await outcomes(present(`${header}.${payload}.AA`))).toEqual(['QR_UNREADABLE'])
})

it('disclosures nested in disclosures are read no deeper than the text goes', async () => {
  let inner = createDisclosure(new Uint8Array(16), 'name', '李明')
  const chain = [inner]
  for (let level = 0; level < 63; level++) {
    inner = createDisclosure(new Uint8Array(16), `a${level}`, { _sd: [digestText(inner)] })
    chain.push(inner)
  }
  const jws = forge({ payload: { _sd: [digestText(inner)] } })
  expect(await outcomes(present(jws, chain))).toEqual(['accepted'])
  expect(await outcomes(present(jws, [...chain, inner]))).toEqual(['QR_UNREADABLE'])
})

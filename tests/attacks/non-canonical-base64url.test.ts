import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

it('a signature or payload in non-canonical base64url is refused', async () => {
  const genuine = present(forge())
  expect(await outcomes(genuine)).toEqual(['accepted'])
  const [jws = '', binding = ''] = genuine.split('~')
  const [header = '', payload = '', signature = ''] = jws.split('.')
  // 64 bytes leave four unused bits in the last character: fifteen other spellings of the same signature.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet.indexOf(signature.at(-1) ?? '')
  const spellings = Array.from({ length: 15 }, (_, i) => signature.slice(0, -1) + alphabet[last + i + 1])
  for (const other of [
    ...spellings,
    `${signature}=`,
    `${signature}==`,
    signature.replace(/-/g, '+'),
    ` ${signature}`,
  ]) {
    if (other === signature) continue
    expect(await outcomes(`${header}.${payload}.${other}~${binding}`)).toEqual(['QR_UNREADABLE'])
  }
  expect(await outcomes(`${header}=.${payload}.${signature}~${binding}`)).toEqual(['QR_UNREADABLE'])
})

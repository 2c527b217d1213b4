import { createRequestLink, isRequestLink, readRequestLink } from '@nansha/shared/openid4vp/request-link'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const clientId = `x509_hash:${'a'.repeat(43)}`
const requestUri = 'https://hall.example/request/0123456789abcdef'
const base = 'https://id.example/vp/'
const link = createRequestLink(base, { clientId, requestUri })

it('a link is read as it was written', () => {
  expect(readRequestLink(link)).toEqual({ clientId, requestUri })
})

it('a link of another wallet’s scheme is read alike', () => {
  expect(readRequestLink(link.replace(base, 'openid4vp://'))).toEqual({ clientId, requestUri })
})

it.each([
  ['a parameter twice', `${link}&client_id=${encodeURIComponent(clientId)}`],
  ['the request in the link', `${link}&request=a.b.c`],
  ['another prefix', link.replace('x509_hash', 'redirect_uri')],
  ['a request by GET', link.replace('method=post', 'method=get')],
  ['no address', link.replace(encodeURIComponent(requestUri), 'javascript%3Aalert(1)')],
  ['an address with a user', link.replace('hall.example', 'hall.example%40evil.example')],
  ['a broken escape', `${link}&x=%E0%A4%A`],
  ['more than any portal writes', `${link}&x=${'a'.repeat(1200)}`],
])('a link is refused with %s', (_, text) => {
  expect(readRequestLink(text)).toBeUndefined()
})

it('a link may have 1,200 characters', () => {
  const longest = `${link}&x=${'a'.repeat(1200 - link.length - 3)}`
  expect(longest).toHaveLength(1200)
  expect(readRequestLink(longest)).toEqual({ clientId, requestUri })
  expect(readRequestLink(`${longest}a`)).toBeUndefined()
})

it('no text makes reading a link throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void readRequestLink(`${base}?${text}`)))
})

it.each(['https://example.org/', 'NT1:ABC', 'https://id.example/other?client_id=1', ''])(
  'a link of a website is not meant by %s',
  (text) => {
    expect(isRequestLink(text)).toBe(false)
  },
)

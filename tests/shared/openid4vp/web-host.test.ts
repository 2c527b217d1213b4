import { webHost } from '@nansha/shared/openid4vp/web-host'
import { expect, it } from 'vitest'

it.each([
  ['https://Hall.Example/answer', 'hall.example'],
  ['http://127.0.0.1:8080/', '127.0.0.1'],
  ['https://hall.example', ''],
  ['https://hall.example@evil.example/', ''],
  ['wss://hall.example/', ''],
  ['', ''],
])('the host of %s is %j', (address, host) => {
  expect(webHost(address)).toBe(host)
})

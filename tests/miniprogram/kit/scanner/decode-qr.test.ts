import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOW } from '#support/clock'
import { drawScene, type Scene } from '#support/draw-scene'
import { holderKey } from '#support/keys'
import { openScannerPage, type ScannerPage } from '#support/scanner-page'

const TIME_LIMIT = 120_000

/** Pictures on which the decoder once failed, and the text that is in them. */
const GIVEN = {
  'frame-1280x960-code-100px.png':
    'NT1:J%HR7D4QFV93HYO/*Z 05+$8MOL3/ IR52/.CX.3$6V%EEPN$QCZ QAK+6R$E3P8-4HAYG5+C7BJKHE:FKTRP5UJQG.6TAIL2OOA.W*U17L4/P8HJV%S *KU$TJ2*9JFFBL 9VT',
  'photo-4032x3024-code-250px.jpg':
    'NT1:9*G/HG32-2D 0O86BJ -1Z 8F013LK2KA8$-6ZQ+TSJUDT9-SP%H11OWNKE3LC56DI4$Q*UROEG-*-4 XL$X PAH0G0YQ%FLGK/BQQKCXE0RH%UZ.FIN/YF9W% A/.DIOM13O+E',
  'two0.webp':
    'NT1:7M6XAUBIGH4EHM$FKVEP4XEWRF/D%L4:6VYE-6D6LJ1$IUHLN%-TXGSLCM6Q8C7J6F8P27:H+TK:$3H$B9BVN*KU196UY06G+0LANHAT G83Y6ILOYXZ4JA+OL4XK480IW4BPL*',
  'two1.webp':
    'NT1::37EC+CGD-2SVI3:*U-UX ZKJAO6/7KCQL6O+EKCTGZA1D7L95VF:UOHCDEUA8B7*U3HOF $TEPQK7CEBCR8BV 5F+M:-W8BZ2/G/J.53:ZP%$X0I59W69WT:JL9HHI*6IM+$V+',
} as const

const TICKET = createTicket({
  key: holderKey(),
  issuerId: 1,
  scenario: 'hotel',
  handle: randomBytes(16).toString('base64url'),
  issuedAt: NOW,
})
const PORTRAIT = packPortrait(randomBytes(448))
const PAYMENT = 'wxp://f2f0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'
const WIFI = 'WIFI:T:WPA;S:Nansha Hotel Guest;P:welcome2026;;'
const POSTER = 'https://example.com/summer'

let scanner: ScannerPage
beforeAll(async () => {
  scanner = await openScannerPage()
}, TIME_LIMIT)
afterAll(() => scanner?.close())

const given = (name: string) => readFile(path.join(import.meta.dirname, 'inputs', name))
const isSeenBySomeLook = async (file: Uint8Array, text: string) =>
  (await scanner.readLooks(file)).flat().includes(text)

describe('a QR code that is small in the picture is read', () => {
  test.each(['frame-1280x960-code-100px.png', 'photo-4032x3024-code-250px.jpg'] as const)(
    'in the given picture %s',
    async (name) => {
      const file = await given(name)
      expect(await scanner.readStill(file)).toBe(GIVEN[name])
      expect(await isSeenBySomeLook(file, GIVEN[name])).toBe(true)
    },
    TIME_LIMIT,
  )

  test.each<[string, string, Scene]>([
    [
      'in a corner of a live frame',
      TICKET,
      { width: 1280, height: 960, codes: [{ text: TICKET, x: 0.08, y: 0.9, edge: 110 }] },
    ],
    [
      'turned, in a photo of twelve megapixels',
      TICKET,
      { width: 4032, height: 3024, codes: [{ text: TICKET, x: 0.8, y: 0.2, edge: 250, turn: 33 }] },
    ],
    [
      'out of focus, in an upright photo',
      TICKET,
      { width: 3024, height: 4032, codes: [{ text: TICKET, x: 0.3, y: 0.7, edge: 300 }], blur: 2 },
    ],
    [
      'the portrait of a pass, whose modules are the smallest of all',
      PORTRAIT,
      { width: 4032, height: 3024, codes: [{ text: PORTRAIT, x: 0.5, y: 0.5, edge: 420 }] },
    ],
    [
      'in a photo that is larger than what a browser may draw',
      TICKET,
      { width: 6000, height: 4000, codes: [{ text: TICKET, x: 0.6, y: 0.4, edge: 420 }] },
    ],
  ])(
    '%s',
    async (_, text, scene) => {
      expect(await scanner.readStill(drawScene(scene))).toBe(text)
    },
    TIME_LIMIT,
  )
})

describe('a ticket on a phone as guests have them is read', () => {
  const live = { width: 1280, height: 960 }
  const shown = { text: TICKET, x: 0.5, y: 0.5, edge: 420 }
  test.each<[string, Scene['codes'][number]]>([
    ['dimmed to a fifth', { ...shown, light: '#4a4a44', dark: '#151513' }],
    [
      'with its colours inverted, as a dark mode of the phone does',
      { ...shown, light: '#000', dark: '#fff' },
    ],
    ['inverted and dimmed', { ...shown, light: '#151513', dark: '#4a4a44' }],
    ['with two cracks in the glass', { ...shown, cracks: 2 }],
    ['held at an angle', { ...shown, narrowed: 0.6, turn: 20 }],
    [
      'cracked, dimmed and at an angle',
      { ...shown, light: '#6a6a60', dark: '#1c1c1a', cracks: 1, narrowed: 0.75, turn: -15 },
    ],
  ])(
    '%s',
    async (_, code) => {
      const frame = drawScene({ ...live, codes: [code] })
      expect(await isSeenBySomeLook(frame, TICKET)).toBe(true)
    },
    TIME_LIMIT,
  )
})

describe('of several QR codes in view the Nansha ID code is taken', () => {
  test.each(['two0.webp', 'two1.webp'] as const)(
    'in the given picture %s, by every look',
    async (name) => {
      const file = await given(name)
      expect(await scanner.readStill(file)).toBe(GIVEN[name])
      for (const texts of await scanner.readLooks(file)) expect(texts).toContain(GIVEN[name])
    },
    TIME_LIMIT,
  )

  const frame = { width: 1280, height: 960 }
  test.each<[string, Scene]>([
    [
      'a larger payment code beside it',
      {
        ...frame,
        codes: [
          { text: PAYMENT, x: 0.25, y: 0.5, edge: 560 },
          { text: TICKET, x: 0.78, y: 0.5, edge: 300 },
        ],
      },
    ],
    [
      'a Wi-Fi code above it',
      {
        ...frame,
        codes: [
          { text: WIFI, x: 0.5, y: 0.22, edge: 380 },
          { text: TICKET, x: 0.5, y: 0.74, edge: 380 },
        ],
      },
    ],
    [
      'between three others, and the smallest',
      {
        ...frame,
        codes: [
          { text: POSTER, x: 0.2, y: 0.25, edge: 340 },
          { text: WIFI, x: 0.8, y: 0.25, edge: 340 },
          { text: PAYMENT, x: 0.2, y: 0.75, edge: 340 },
          { text: TICKET, x: 0.75, y: 0.75, edge: 260 },
        ],
      },
    ],
    [
      'far away, with a poster in front',
      {
        width: 4032,
        height: 3024,
        codes: [
          { text: POSTER, x: 0.3, y: 0.5, edge: 1400 },
          { text: TICKET, x: 0.8, y: 0.5, edge: 280 },
        ],
      },
    ],
  ])(
    '%s',
    async (_, scene) => {
      expect(await scanner.readStill(drawScene(scene))).toBe(TICKET)
    },
    TIME_LIMIT,
  )

  test('a foreign code alone is told, so that the person who chose the picture hears why', async () => {
    const codes = [{ text: PAYMENT, x: 0.5, y: 0.5, edge: 500 }]
    expect(await scanner.readStill(drawScene({ ...frame, codes }))).toBe(PAYMENT)
  })

  test(
    'of two tickets the one in the middle comes first',
    async () => {
      const other = createTicket({
        key: holderKey(2),
        issuerId: 1,
        scenario: 'hotel',
        handle: randomBytes(16).toString('base64url'),
        issuedAt: NOW,
      })
      const codes = [
        { text: other, x: 0.15, y: 0.5, edge: 360 },
        { text: TICKET, x: 0.55, y: 0.5, edge: 300 },
      ]
      for (const [first] of await scanner.readLooks(drawScene({ ...frame, codes })))
        expect(first).toBe(TICKET)
    },
    TIME_LIMIT,
  )
})

describe('a QR code on a screen is read as people hold it', () => {
  test.each<[string, string, string]>([
    ['light on dark', '#101014', '#f2f2f2'],
    ['turned down', '#3c3c3c', '#1e1e1e'],
    ['light on dark and turned down', '#141414', '#404040'],
    ['in the colours of an app', '#e8f2ff', '#0a3d91'],
  ])('%s', async (_, light, dark) => {
    const codes = [{ text: TICKET, x: 0.5, y: 0.5, edge: 420, light, dark }]
    expect(await scanner.readStill(drawScene({ width: 1280, height: 960, codes }))).toBe(TICKET)
  })
})

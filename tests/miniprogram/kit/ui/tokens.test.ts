import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { REPOSITORY } from '#scripts/project-folders'

const KIT = path.join(REPOSITORY, 'miniprogram/kit/ui')
const tokens = readFileSync(path.join(KIT, 'tokens.scss'), 'utf8')
const page = readFileSync(path.join(KIT, 'Page/page.scss'), 'utf8')

/** The colours that a mixin of the tokens declares, by name. */
function theme(name: string): Readonly<Record<string, string>> {
  const body = new RegExp(`@mixin ${name} \\{([^}]*)\\}`).exec(tokens)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, key, value]) => [key, value]),
  )
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const PAIRS = [
  ...['ink', 'ink-soft', 'brand', 'good', 'bad', 'warn'].flatMap((name) =>
    ['paper', 'ground'].map((ground) => [name, ground] as const),
  ),
  ['brand-deep', 'brand-tint'],
  ['ink', 'brand-tint'],
  ['good', 'good-tint'],
  ['bad', 'bad-tint'],
  ['warn', 'warn-tint'],
] as const

describe.each(['light', 'dark'])('in the %s theme', (name) => {
  const colours = theme(name)

  test.each(PAIRS)('%s on %s has a contrast of 4.5 and more', (ink, ground) => {
    expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test('white is legible on a main button', () => {
    expect(contrast('#ffffff', colours['brand-fill'] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})

test('white is legible on the colour of each verdict', () => {
  for (const name of ['good', 'bad', 'warn']) {
    const fill = new RegExp(`\\$${name}-fill: (#[0-9a-f]{6})`).exec(tokens)?.[1] ?? ''
    expect(contrast('#ffffff', fill)).toBeGreaterThanOrEqual(4.5)
  }
})

test('the themes name the same colours', () => {
  expect(Object.keys(theme('dark'))).toEqual(Object.keys(theme('light')))
})

describe('senior mode', () => {
  const elder = /&--elder \{([^}]*)\}/.exec(page)?.[1] ?? ''
  const scale = Number(/--em: calc\(var\(--reader\) \* ([\d.]+)\)/.exec(elder)?.[1])

  test('has no text below 18 px at the default text size', () => {
    const sizes = [...tokens.matchAll(/@include text\(([\d.]+),/g)].map(([, size]) => Number(size))
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.min(...sizes) * 16 * scale).toBeGreaterThanOrEqual(18)
  })

  test('reaches 30 px for main functions at the platform’s largest text size', () => {
    const button = Number(/@mixin lead[^}]*text\(([\d.]+),/.exec(tokens)?.[1])
    expect(button * 23.8 * scale).toBeGreaterThanOrEqual(30)
  })

  test('asks for no finger smaller than 60 px', () => {
    expect(elder).toContain('--touch: 60px')
  })
})

test('no line is lower than 1.3 times its letters', () => {
  const heights = [...tokens.matchAll(/line-height: ([\d.]+)/g)].map(([, height]) => Number(height))
  expect(heights.length).toBeGreaterThan(2)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(1.3)
})

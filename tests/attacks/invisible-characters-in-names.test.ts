import { OrganisationEvent } from '@nansha/shared/api/organisation'
import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'

/** What a reader does not see, or sees elsewhere than it stands. */
const UNSEEN: Record<string, string> = {
  NUL: '\0',
  escape: '\x1b',
  'line feed': '\n',
  'line separator': '\u2028',
  'right-to-left override': '\u202e',
  'left-to-right isolate': '\u2066',
  'zero-width space': '\u200b',
  'zero-width joiner': '\u200d',
  'soft hyphen': '\u00ad',
  'byte order mark': '\ufeff',
  'high surrogate alone': '\ud800',
  'low surrogate alone': '\udc00',
  'private use': '\ue000',
  unassigned: '\u0378',
  'Hangul filler': '\u3164',
  'variation selector': '\ufe0f',
  'tag letter': '\u{e0041}',
  'no-break space': '\u00a0',
  'braille blank': '\u2800',
}
const ID = 'A'.repeat(22)

const staffName = (name: string) => ({ action: 'join', invitation: ID, name })
const organisationName = (zh: string) => ({
  action: 'onboard',
  name: { zh, en: 'Nansha Hotel' },
  scenarios: ['hotel'],
  licenceExpiresAt: 2_000_000_000,
})
const isTaken = {
  'of staff': (text: string) => safeParse(OrganisationEvent, staffName(text)).success,
  'of an organisation': (text: string) => safeParse(OrganisationEvent, organisationName(text)).success,
}

describe.each(Object.entries(isTaken))('a name %s', (_, takes) => {
  it.each(Object.entries(UNSEEN))('with %s is refused', (_, character) => {
    expect(takes(`南沙${character}酒店`)).toBe(false)
    expect(takes(character)).toBe(false)
  })

  it('that people write is taken', () => {
    for (const name of [
      '南沙大酒店（自贸区店）',
      "O'Brien & Söhne, Nr. 7",
      '阿卜杜拉·艾买提',
      '𰻝面馆',
      'ＡＢＣ酒店',
    ])
      expect(takes(name)).toBe(true)
  })

  it('made of punctuation and blanks alone is refused', () => {
    for (const name of ['', '   ', '·', '- -']) expect(takes(name)).toBe(false)
  })
})

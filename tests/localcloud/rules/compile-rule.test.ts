import { compileRule } from '@nansha/localcloud/rules/compile-rule'
import { describe, expect, it } from 'vitest'

const facts = (openid: string | null, owner: string | null = null, path = 'a/b') => ({
  auth: openid === null ? null : { openid },
  resource: { openid: owner, path },
})

describe('compileRule', () => {
  it('understands constants, sign-in, ownership and paths', () => {
    expect(compileRule(true, '')(facts(null))).toBe(true)
    expect(compileRule(false, '')(facts('a'))).toBe(false)
    expect(compileRule('auth != null', '')(facts('a'))).toBe(true)
    expect(compileRule('auth != null', '')(facts(null))).toBe(false)
    expect(compileRule('resource.openid == auth.openid', '')(facts('a', 'a'))).toBe(true)
    expect(compileRule('auth.openid == resource.openid', '')(facts('a', 'b'))).toBe(false)
    expect(compileRule('auth.openid == resource.openid', '')(facts(null, null))).toBe(false)
    const path = compileRule('/^a\\/.$/.test(resource.path)', '')
    expect([path(facts('a')), path(facts('a', null, 'a/bc'))]).toEqual([true, false])
  })

  it('needs every part of a conjunction', () => {
    const rule = compileRule('auth != null && resource.openid == auth.openid', '')
    expect([rule(facts('a', 'a')), rule(facts('a', 'b')), rule(facts(null, 'a'))]).toEqual([
      true,
      false,
      false,
    ])
  })

  it.each(['auth.uid == 1', 'auth != null || true', "get('x') == 1", ''])('refuses %j by name', (source) => {
    expect(() => compileRule(source, 'rules.json')).toThrow(
      `rules.json: localcloud does not understand the rule`,
    )
  })
})

import {
  clientAccount,
  isFunctionCall,
  isHttpCall,
  isTimerCall,
  readCaller,
} from '@nansha/core/platform/caller'
import { describe, expect, it } from 'vitest'

const citizen = { APPID: 'wxcitizen', OPENID: 'o1' }

describe('readCaller', () => {
  it('reads the own account, or the companion account when there is one', () => {
    expect(readCaller({ ...citizen, SOURCE: 'wx_client' })).toEqual({
      account: { appId: 'wxcitizen', openId: 'o1' },
      source: ['wx_client'],
    })
    expect(readCaller({ ...citizen, UNIONID: 'u1' }).account).toMatchObject({ openId: 'o1', unionId: 'u1' })
    const staff = { ...citizen, UNIONID: 'u1', FROM_APPID: 'wxdesk', FROM_OPENID: 'd1', FROM_UNIONID: 'u2' }
    expect(readCaller(staff).account).toMatchObject({ openId: 'd1', unionId: 'u2' })
    expect(readCaller({ ...citizen, FROM_APPID: 'wxdesk', FROM_OPENID: 'd1' }).account).toEqual({
      appId: 'wxdesk',
      openId: 'd1',
    })
  })

  it('takes digits for text, and nothing for nobody', () => {
    expect(readCaller({ APPID: 'a', OPENID: 12345 }).account?.openId).toBe('12345')
    for (const context of [{}, { OPENID: 'o' }, { APPID: 'a', OPENID: '' }, { APPID: {}, OPENID: [] }]) {
      expect(readCaller(context)).toEqual({ account: null, source: [] })
    }
  })
})

describe('the last hop', () => {
  const hop = (SOURCE: string) => {
    const caller = readCaller({ ...citizen, SOURCE })
    return [clientAccount(caller) !== null, isFunctionCall(caller), isTimerCall(caller), isHttpCall(caller)]
  }
  it.each([
    ['wx_client', [true, false, false, false]],
    ['wx_devtools', [true, false, false, false]],
    ['wx_client,scf', [false, true, false, false]],
    ['scf', [false, true, false, false]],
    ['wx_trigger', [false, false, true, false]],
    ['wx_trigger,scf', [false, true, false, false]],
    ['scf,wx_trigger', [false, false, false, false]],
    ['wx_http', [false, false, false, true]],
    ['wx_client,wx_client', [false, false, false, false]],
    ['', [false, false, false, false]],
    ['unknown', [false, false, false, false]],
  ])('of %s decides', (source, expected) => expect(hop(source)).toEqual(expected))
})

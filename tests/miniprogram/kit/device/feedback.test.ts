import { signal as onWeb } from '@nansha/kit/device/feedback.h5'
import { signal as inChatApp } from '@nansha/kit/device/feedback.weapp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const OUTCOMES = ['accepted', 'refused', 'alarm'] as const
type Outcome = (typeof OUTCOMES)[number]

/** What a hand feels and an ear hears of one signal, a word each with its time. */
const { felt, heard } = vi.hoisted(() => ({ felt: [] as string[], heard: [] as string[] }))
const note = (what: string) => void felt.push(`${Date.now() % 10_000} ${what}`)

vi.mock('@tarojs/taro', () => {
  const silent = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined }
  const oscillator = () => {
    const one = {
      frequency: { value: 0 },
      connect: () => undefined,
      start: (at: number) => void heard.push(`${one.frequency.value} at ${at}`),
      stop: () => undefined,
    }
    return one
  }
  const context = {
    currentTime: 0,
    destination: {},
    createOscillator: oscillator,
    createGain: () => ({ gain: silent, connect: () => undefined }),
  }
  return {
    default: {
      createWebAudioContext: () => context,
      vibrateShort: () => felt.push(`${Date.now()} short`),
      vibrateLong: () => felt.push(`${Date.now()} long`),
    },
  }
})

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  felt.length = 0
  heard.length = 0
})
afterEach(() => vi.useRealTimers())

describe('accepted, refused and the alarm', () => {
  const inTheHand = (signal: (outcome: Outcome) => void) =>
    OUTCOMES.map((outcome) => {
      vi.setSystemTime(0)
      felt.length = 0
      signal(outcome)
      vi.runAllTimers()
      return felt.join(', ')
    })

  it('are felt apart in the chat app', () => {
    expect(new Set(inTheHand(inChatApp)).size).toBe(3)
  })

  it('are felt apart in a browser', () => {
    vi.stubGlobal('navigator', { vibrate: (pattern: readonly number[]) => note(pattern.join(' ')) })
    expect(new Set(inTheHand(onWeb)).size).toBe(3)
    vi.unstubAllGlobals()
  })

  it('are heard apart', () => {
    const sounds = OUTCOMES.map((outcome) => {
      heard.length = 0
      inChatApp(outcome)
      return heard.join(', ')
    })
    expect(new Set(sounds).size).toBe(3)
    expect(sounds).not.toContain('')
  })
})

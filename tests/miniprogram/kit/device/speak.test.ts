import type { Sentence } from '@nansha/kit/device/speak'
import * as onWeb from '@nansha/kit/device/speak.h5'
import * as inChatApp from '@nansha/kit/device/speak.weapp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const LEFT: Sentence = { words: '请向左转头', language: 'zh', recording: '/enrol/voice/film/turn-left' }
const MOUTH: Sentence = {
  words: 'Open your mouth',
  language: 'en',
  recording: '/enrol/voice/film/open-mouth',
}
const ONLY_ON_WEB: Sentence = { words: 'Hold still', language: 'en', recording: undefined }

interface Player {
  src: string
  end?: () => void
  fail?: () => void
}

/** What a platform plays, and the players that it made. */
const { heard, players, options } = vi.hoisted(() => ({
  heard: [] as string[],
  players: [] as Player[],
  options: [] as object[],
}))

vi.mock('@tarojs/taro', () => ({
  default: {
    setInnerAudioOption: async (option: object) => void options.push(option),
    createInnerAudioContext: () => {
      const player: Player & Record<string, unknown> = {
        src: '',
        play: () => heard.push(`play ${player.src}`),
        destroy: () => heard.push(`destroy ${player.src}`),
        onEnded: (end: () => void) => {
          player.end = end
        },
        onError: (fail: () => void) => {
          player.fail = fail
        },
      }
      players.push(player)
      return player
    },
  },
}))

beforeEach(() => {
  inChatApp.speak(ONLY_ON_WEB) // ends what the test before left
  heard.length = 0
  players.length = 0
})

/** Until what was begun is under way. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('a sentence in the chat app', () => {
  const { speak, canSpeak } = inChatApp

  it('is played from its recording in the language, on a muted phone too', async () => {
    speak(MOUTH)
    await settle()
    expect(heard).toEqual(['play /enrol/voice/film/open-mouth.en.mp3'])
    expect(options).toEqual([{ obeyMuteSwitch: false, mixWithOther: true }])
  })

  it('ends when another one begins, and its player is destroyed', async () => {
    speak(LEFT)
    await settle()
    speak(MOUTH)
    await settle()
    expect(heard.slice(-3)).toEqual([
      'play /enrol/voice/film/turn-left.zh.mp3',
      'destroy /enrol/voice/film/turn-left.zh.mp3',
      'play /enrol/voice/film/open-mouth.en.mp3',
    ])
  })

  it('is not begun any more when it was stopped at once, and does not stop the next one later', async () => {
    const stop = speak(LEFT)
    stop()
    await settle()
    speak(MOUTH)
    await settle()
    stop()
    expect(heard.filter((line) => line.includes('turn-left'))).toEqual([])
    expect(heard.at(-1)).toBe('play /enrol/voice/film/open-mouth.en.mp3')
  })

  it('leaves no player behind when it is over or cannot be played, and destroys none twice', async () => {
    const stop = speak(LEFT)
    await settle()
    players[0]?.end?.()
    stop()
    speak(MOUTH)
    await settle()
    players[1]?.fail?.()
    expect(heard.filter((line) => line.startsWith('destroy'))).toEqual([
      'destroy /enrol/voice/film/turn-left.zh.mp3',
      'destroy /enrol/voice/film/open-mouth.en.mp3',
    ])
  })

  it('without a recording is not said, nor said to be', async () => {
    expect([canSpeak(), canSpeak(LEFT), canSpeak(ONLY_ON_WEB)]).toEqual([true, true, false])
    speak(ONLY_ON_WEB)
    await settle()
    expect(players).toEqual([])
  })
})

describe('a sentence in a browser', () => {
  const { speak, canSpeak } = onWeb
  afterEach(() => vi.unstubAllGlobals())

  /** A browser that says words, and writes down what. */
  function stubSpeech() {
    const synthesis = {
      speak: ({ text, lang }: { text: string; lang: string }) => heard.push(`${lang}: ${text}`),
      cancel: () => heard.push('cancel'),
    }
    class Utterance {
      lang = ''
      rate = 1
      constructor(readonly text: string) {}
    }
    vi.stubGlobal('speechSynthesis', synthesis)
    vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
    vi.stubGlobal('window', { speechSynthesis: synthesis })
  }

  it('is said in its language, needs no recording, and stops itself alone', () => {
    stubSpeech()
    const stop = speak(LEFT)
    speak(ONLY_ON_WEB)
    expect(heard).toEqual(['cancel', 'zh-CN: 请向左转头', 'cancel', 'en: Hold still'])
    stop()
    expect(heard).toHaveLength(4)
    expect(canSpeak(ONLY_ON_WEB)).toBe(true)
  })

  it('is not said where the browser has no voice', () => {
    vi.stubGlobal('window', {})
    expect(canSpeak()).toBe(false)
    expect(speak(LEFT)()).toBeUndefined()
  })
})

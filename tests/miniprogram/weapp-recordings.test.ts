import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD, outputOf } from '#scripts/spawn-taro'
import { findSpoken } from '#scripts/voice/find-spoken'
import { recordVoice } from '#scripts/voice/record-voice'
import { launchBrowser } from '#support/browser'

const output = outputOf('citizen', 'weapp')
const sentences = await findSpoken('miniprogram/citizen/src')

describe('the recordings in the mini-program', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    await buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD })
    browser = await launchBrowser()
    page = await browser.newPage()
  })
  afterAll(() => browser.close())

  test.each(sentences)(
    'play as long as the words take, and are neither silent nor cut off: $words',
    async (sentence) => {
      const { seconds, loudness, peak } = await listen(page, await readFile(path.join(output, sentence.file)))
      const pace = lengthOf(sentence.words) / seconds
      expect(pace).toBeGreaterThan(sentence.language === 'zh' ? 2.4 : 6)
      expect(pace).toBeLessThan(sentence.language === 'zh' ? 4.5 : 20)
      expect(loudness).toBeGreaterThan(0.05)
      expect(peak).toBeLessThan(1)
    },
  )

  test('are the same to the byte when they are recorded again', async () => {
    const again = await mkdtemp(path.join(tmpdir(), 'voice-'))
    await recordVoice('citizen', again)
    for (const { file } of sentences)
      expect((await readFile(path.join(again, file))).equals(await readFile(path.join(output, file)))).toBe(
        true,
      )
    await rm(again, { recursive: true })
  })

  test('begin with a tag, without which some phones play nothing', async () => {
    for (const { file } of sentences)
      expect((await readFile(path.join(output, file))).subarray(0, 3).toString()).toBe('ID3')
  })
})

/** In Chinese the syllables, in English the letters. */
const lengthOf = (words: string) => words.replace(/[\s\p{P}]/gu, '').length

/** Decodes a file as a browser does. */
function listen(page: Page, file: Buffer) {
  return page.evaluate(async (bytes) => {
    const context = new OfflineAudioContext(1, 1, 16_000)
    const sound = await context.decodeAudioData(
      Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0)).buffer,
    )
    const samples = sound.getChannelData(0)
    const energy = samples.reduce((sum, sample) => sum + sample * sample, 0)
    return {
      seconds: sound.duration,
      loudness: Math.sqrt(energy / samples.length),
      peak: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    }
  }, file.toString('base64'))
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSpoken } from '#scripts/voice/find-spoken'

let source: string
beforeEach(async () => {
  source = await mkdtemp(path.join(tmpdir(), 'spoken-'))
})
afterEach(() => rm(source, { recursive: true }))

/** An app whose screen `enrol` has these texts. */
async function write(texts: object, file = 'enrol/texts.ts') {
  await mkdir(path.join(source, path.dirname(file)), { recursive: true })
  await writeFile(path.join(source, file), `export const TEXTS = ${JSON.stringify(texts)}`)
}

const row = (zh: string, recording?: string) => ({
  zh,
  en: `${zh} in English`,
  ...(recording && { recording }),
})

describe('the sentences that an app says', () => {
  it('are the rows with a recording, wherever they stand in a table, in both languages', async () => {
    await write({ silent: row('看'), film: { left: row('左', '/enrol/voice/left') } })
    expect(await findSpoken(source)).toEqual([
      { words: '左', language: 'zh', file: 'enrol/voice/left.zh.mp3' },
      { words: '左 in English', language: 'en', file: 'enrol/voice/left.en.mp3' },
    ])
  })

  it('are said without the marks of their phrases', async () => {
    await write({ title: row('向左\u200b转头', '/enrol/voice/title') })
    expect((await findSpoken(source))[0]?.words).toBe('向左转头')
  })

  it.each([
    ['has a hole', row('还有 {seconds} 秒', '/enrol/voice/left'), 'it has a hole'],
    ['lies in a package that its page does not reach', row('左', '/pin/voice/left'), 'in the same folder'],
  ])('stop the build when one %s', async (_what, text, why) => {
    await write({ text })
    await expect(findSpoken(source)).rejects.toThrow(why)
  })

  it('stop the build when two of them would have one recording', async () => {
    await write({ left: row('左', '/enrol/voice/turn'), right: row('右', '/enrol/voice/turn') })
    await expect(findSpoken(source)).rejects.toThrow('would be the recording of "左" and of "右"')
  })
})

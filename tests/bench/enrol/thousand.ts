/**
 * A thousand enrolments in one process, each answered by the function `face` and every so many also by `document`:
 * tensors and memory must stay flat.
 *   npm run bench:enrol-thousand [-- --count 1000] [--cards-every 1] [--json FILE]
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Caller } from '@nansha/core/platform/caller'
import * as tf from '@tensorflow/tfjs-core'
import { photographOf } from '#demo/photograph'
import { createDocumentFunction } from '#functions/document/document-function'
import { createFaceFunction } from '#functions/face/face-function'
import { cropFace } from '#support/faces'
import { silently } from '#support/silent-log'
import { challengeOf, honestCapture } from '../../support/capture'
import { specimen } from '../../support/card-photos'
import { testEngine } from '../../support/face-models'
import { openLocalReader } from '../../support/open-local-reader'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    'cards-every': { type: 'string', default: '1' },
    json: { type: 'string' },
  },
})
const count = Number(values.count)
const cardsEvery = Number(values['cards-every'])
/** Samples taken along the way. */
const SAMPLES = 20

const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
const stored = new Map<string, Buffer>()

/** Stores the photos of one person's enrolment and answers what the functions are asked about them. */
async function storeEnrolment(person: number, cardOf: string) {
  const store = (fileId: string, bytes: Uint8Array) => {
    stored.set(fileId, Buffer.from(bytes))
    return fileId
  }
  const card = store(`card-${person}`, await photographOf(specimen(cardOf), await cropFace(person)))
  const frames = (await honestCapture(person, challenge)).map((bytes, number) => ({
    fileId: store(`frame-${person}-${number}`, bytes),
  }))
  return {
    read: { action: 'read', card, side: 'portrait' },
    prove: { action: 'liveness', challenge, frames, shown: 0, reference: { fileId: card } },
  }
}

const surroundings = {
  caller: (): Caller => ({ account: null, source: ['scf'] }),
  record: silently,
  download: async (fileId: string) => stored.get(fileId) ?? null,
}
const face = createFaceFunction({ ...surroundings, now: Date.now, engine: testEngine() })
const document = createDocumentFunction({ ...surroundings, now: Date.now, reader: openLocalReader() })
const enrolments = [await storeEnrolment(0, 'li-wanqing'), await storeEnrolment(4, 'zhao-lin')]

async function enrol(number: number): Promise<void> {
  const { read, prove } = enrolments[number % enrolments.length] as (typeof enrolments)[number]
  const isRead = number % cardsEvery === 0
  const [seen, card] = await Promise.all([face(prove), isRead ? document(read) : undefined])
  if (!('decision' in seen && seen.decision === 'match') || (card && !('fields' in card)))
    throw new Error(`Enrolment ${number} ended in ${JSON.stringify([seen, card])}`)
}

const samples: { enrolments: number; tensors: number; rssMB: number; heapMB: number }[] = []
function takeSample(done: number): void {
  const { rss, heapUsed } = process.memoryUsage()
  const [rssMB, heapMB] = [rss, heapUsed].map((bytes) => Math.round(bytes / 1e6)) as [number, number]
  const sample = { enrolments: done, tensors: tf.memory().numTensors, rssMB, heapMB }
  samples.push(sample)
  console.log(JSON.stringify(sample))
}

const started = performance.now()
const every = Math.max(1, Math.floor(count / SAMPLES))
for (let done = 0; done < count; done++) {
  if (done % every === 0) takeSample(done)
  await enrol(done)
}
takeSample(count)
console.log(
  `${count} enrolments, ${Math.ceil(count / cardsEvery)} of them with the card read, in ${((performance.now() - started) / 60_000).toFixed(0)} min`,
)
if (values.json) await writeFile(values.json, `${JSON.stringify({ samples }, null, 2)}\n`)

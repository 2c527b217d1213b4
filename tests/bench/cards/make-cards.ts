import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SHOT_NAMES, shotNamed } from '#demo/specimen/card-shots'
import { drawCard } from '#demo/specimen/draw-card'
import { drawPlaceholderPortrait } from '#demo/specimen/draw-portrait'
import { photographCard } from '#demo/specimen/photograph-card'
import { seededRandom } from '#demo/specimen/seeded-random'
import { randomPerson } from './random-person'
import type { Truth } from './score-cards'

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    people: { type: 'string', default: '14' },
    seed: { type: 'string', default: '1' },
  },
})
if (!values.dir) {
  console.error('usage: npm run bench:make-cards -- --dir DIR [--people N] [--seed N]')
  process.exit(2)
}

await mkdir(values.dir, { recursive: true })
const random = seededRandom(Number(values.seed))
const truths: Record<string, Truth> = {}
for (let i = 0; i < Number(values.people); i++) {
  const person = randomPerson(random)
  const card = await drawCard(person, await drawPlaceholderPortrait(random))
  const truth = {
    ...person,
    sex: person.sex === 'male' ? '男' : '女',
    birth: person.birth.split('-').map(Number).join('-'),
  }
  for (const name of SHOT_NAMES) {
    const file = `${String(i + 1).padStart(2, '0')}-${name}.jpg`
    await writeFile(join(values.dir, file), await photographCard(card, shotNamed(name, random), random))
    truths[file] = truth
  }
}
await writeFile(join(values.dir, 'truth.json'), `${JSON.stringify(truths, null, 2)}\n`)
console.log(`${Object.keys(truths).length} photos of ${values.people} people in ${values.dir}`)

import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openLocalReader } from '../../support/open-local-reader'
import { readFolder } from './read-folder'
import { type CardResult, FIELDS, isRight, scoreCards, type Truth } from './score-cards'

const { values } = parseArgs({ options: { dir: { type: 'string' }, json: { type: 'string' } } })
if (!values.dir) {
  console.error('usage: npm run bench:cards -- --dir DIR [--json FILE]   (DIR holds photos and truth.json)')
  process.exit(2)
}

const pairs: { truth: Truth; result: CardResult }[] = []
const confirmed = new Map<string, number>()
await readFolder(await openLocalReader(), values.dir, (file, truth, result) => {
  pairs.push({ truth, result })
  if (!('fields' in result)) return console.log(`${file}: refused, ${result.refused}`)
  for (const field of FIELDS) {
    const { value, confirm } = result.fields[field]
    if (confirm) confirmed.set(field, (confirmed.get(field) ?? 0) + 1)
    if (isRight(field, value, truth[field])) continue
    console.log(
      `${file}: ${field} read ${value}, is ${truth[field]}${confirm ? ', to be confirmed' : ', SILENT'}`,
    )
  }
})

const score = scoreCards(pairs)
const percent = (share: number) => `${(100 * share).toFixed(2)} %`
const asked = (field: string) =>
  percent((confirmed.get(field) ?? 0) / Math.max(1, score.cards - score.refused))
console.log(
  `\n${score.cards} cards, refused with a reason: ${percent(score.refused / Math.max(1, score.cards))}`,
)
for (const field of FIELDS) {
  console.log(`${field.padEnd(10)} exact ${percent(score.fields[field])}, confirmation asked ${asked(field)}`)
}
console.log(`all six    exact ${percent(score.allSix)}`)
console.log(`silent errors ${score.silentErrors}, ${score.msPerCard} ms a card`)
if (values.json) await writeFile(values.json, `${JSON.stringify(score, null, 2)}\n`)

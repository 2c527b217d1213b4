/**
 * Whom the liveness check refuses, action by action, and which blends and lights it tells from a person; on faces that act
 * by calculation (demo/specimen/act-face.ts) and are lit by calculation (tests/support/lit-face.ts).
 *   npm run bench:liveness [-- --people DIR] [--json FILE]
 * `--people` is a folder of folders of photos, one a person: each photo acts, and is compared with the others.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { testEngine } from '../../support/face-models'
import { measureBlends } from './blends'
import { measureCast } from './cast'
import { measureLight } from './light'
import { measurePhotos } from './photos'
import { printTable } from './print-table'

const { values } = parseArgs({ options: { people: { type: 'string' }, json: { type: 'string' } } })

const engine = await testEngine()
const cast = await measureCast(engine)
printTable('People who do as asked: what is refused, of their frames and of captures with them', cast)
const blends = await measureBlends(engine)
printTable('Even blends of two people: frames and captures that pass', blends)
const light = await measureLight(engine)
printTable('Coloured light of a screen: captures in which it is found', light)
const photos = values.people ? await measurePhotos(engine, values.people) : undefined
if (photos) printTable('Photos that act, against other photos of the same person: frames refused', photos)
if (values.json) await writeFile(values.json, `${JSON.stringify({ cast, blends, light, photos }, null, 2)}\n`)

/**
 * What localcloud costs: operations a second beside bare libsql, lookups by index among a thousand and a million
 * documents, cold and warm function calls, one client and 64 at once; all in one run.
 *   npm run bench:localcloud [-- --json FILE] [-- --documents 1000000]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { callAsClient, identity } from '../support/http'
import { pointSdkAt } from '../support/local-cloud'
import { openSdkDatabase } from '../support/sdk'
import { benchBareLibsql } from './bare-libsql'
import { benchColdStarts, type ColdStarts } from './cold-starts'
import { fill } from './localcloud-fill'
import { median } from './median'

const CLIENTS = 64
const SMALL = 1000
const ROUNDS = 400
const COLD_STARTS = 25

const { values } = parseArgs({
  options: { json: { type: 'string' }, documents: { type: 'string', default: '1000000' } },
})
const large = Number(values.documents)
const folder = mkdtempSync(join(tmpdir(), 'bench-localcloud-'))
let server: ChildProcess | undefined
try {
  const filled = performance.now()
  await fill(folder, { small: SMALL, large, writes: 0 })
  console.log(`${large} documents filled in ${Math.round((performance.now() - filled) / 1000)} s`)
  const bare = benchBareLibsql(folder, 500)
  const url = await startServer()
  const report = {
    bareLibsql: bare,
    oneClient: await benchOperations(1, 200),
    manyClients: await benchOperations(CLIENTS, 1280),
    lookups: await benchLookups(),
    functions: await benchFunctions(url),
    coldStarts: await benchColdStarts(COLD_STARTS),
  }
  print(report)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
} finally {
  server?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}

type Report = {
  bareLibsql: { insert: number; lookup: number }
  oneClient: Operations
  manyClients: Operations
  lookups: { smallMilliseconds: number; largeMilliseconds: number; ratio: number }
  functions: { coldMilliseconds: number; warmMilliseconds: number; manyClientsPerSecond: number }
  coldStarts: ColdStarts
}
type Operations = { insert: number; lookup: number; update: number; transaction: number }

/** Starts localcloud in another process, so that it does not share the processor's thread with its clients. */
function startServer(): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'localcloud-server.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  server = child
  return new Promise((ready) => {
    child.stdout.once('data', (chunk: Buffer) => {
      const url = chunk.toString().trim()
      pointSdkAt(url)
      ready(url)
    })
  })
}

/** Operations a second through the SDK, `clients` at a time. */
async function benchOperations(clients: number, times: number): Promise<Operations> {
  const db = openSdkDatabase()
  const writes = db.collection('writes')
  const ids = Array.from({ length: times }, () => randomUUID())
  return {
    insert: await perSecond(ids, clients, (id) =>
      writes.add({ data: { _id: id, code: id, text: 'x'.repeat(250) } }),
    ),
    lookup: await perSecond(ids, clients, (id) => writes.doc(id).get()),
    update: await perSecond(ids, clients, (id) => writes.doc(id).update({ data: { n: db.command.inc(1) } })),
    transaction: await perSecond(ids.slice(0, times / 4), clients, async (id) => {
      const transaction = await db.startTransaction()
      await transaction
        .collection('writes')
        .doc(id)
        .update({ data: { n: 5 } })
      await transaction.commit()
    }),
  }
}

/** The median time of a lookup by unique index, the two collections by turns. */
async function benchLookups(): Promise<Report['lookups']> {
  const db = openSdkDatabase()
  const times = { small: [] as number[], large: [] as number[] }
  for (let round = -50; round < ROUNDS; round++) {
    for (const [name, size] of [
      ['small', SMALL],
      ['large', large],
    ] as const) {
      const started = performance.now()
      const { data } = await db
        .collection(name)
        .where({ code: `code-${randomInt(size)}` })
        .get()
      if (data.length !== 1) throw new Error('A lookup found nothing.')
      if (round >= 0) times[name].push(performance.now() - started)
    }
  }
  const [smallMilliseconds, largeMilliseconds] = [median(times.small), median(times.large)]
  return { smallMilliseconds, largeMilliseconds, ratio: largeMilliseconds / smallMilliseconds }
}

async function benchFunctions(url: string): Promise<Report['functions']> {
  const call = async (who: string) => {
    const started = performance.now()
    const { status } = await callAsClient(url, 'echo', {}, identity(who))
    if (status !== 200) throw new Error('A call failed.')
    return performance.now() - started
  }
  const coldMilliseconds = await call('cold')
  const warm: number[] = []
  for (let round = 0; round < 100; round++) warm.push(await call('warm'))
  const people = Array.from({ length: 640 }, (_, number) => `person-${number}`)
  await perSecond(people.slice(0, CLIENTS), CLIENTS, call)
  return {
    coldMilliseconds,
    warmMilliseconds: median(warm),
    manyClientsPerSecond: await perSecond(people, CLIENTS, call),
  }
}

/** How many a second: of one client by its median, which other work on the machine disturbs least; of many by the clock. */
async function perSecond(
  items: readonly string[],
  clients: number,
  work: (item: string) => Promise<unknown>,
): Promise<number> {
  const queue = [...items]
  const times: number[] = []
  const started = performance.now()
  const client = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
      const begun = performance.now()
      await work(item)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return 1000 / (clients === 1 ? median(times) : (performance.now() - started) / items.length)
}

function print({ bareLibsql, oneClient, manyClients, lookups, functions, coldStarts }: Report): void {
  const row = (name: string, bare: number | null, one: number, many: number) => {
    const ratio = (value: number) => (bare === null ? '' : ` (${(value / bare).toFixed(2)})`)
    console.log(
      `| ${name} | ${bare === null ? '' : bare.toFixed(0)} | ${one.toFixed(0)}${ratio(one)} | ${many.toFixed(0)}${ratio(many)} |`,
    )
  }
  console.log(
    `\n| operations a second | bare libsql | SDK, 1 client | SDK, ${CLIENTS} clients |\n|---|---|---|---|`,
  )
  row('insert', bareLibsql.insert, oneClient.insert, manyClients.insert)
  row('lookup by id', bareLibsql.lookup, oneClient.lookup, manyClients.lookup)
  row('update', null, oneClient.update, manyClients.update)
  row('transaction', null, oneClient.transaction, manyClients.transaction)
  const milliseconds = (value: number) => `${value.toFixed(2)} ms`
  console.log(
    `\nlookup by unique index: ${milliseconds(lookups.smallMilliseconds)} among ${SMALL}, ${milliseconds(lookups.largeMilliseconds)} among ${large}: ratio ${lookups.ratio.toFixed(2)}`,
  )
  console.log(
    `function call: ${milliseconds(functions.coldMilliseconds)} cold, ${milliseconds(functions.warmMilliseconds)} warm; ${functions.manyClientsPerSecond.toFixed(0)} a second with ${CLIENTS} clients`,
  )
  console.log(
    `cold start: ${milliseconds(coldStarts.processMilliseconds)} in a process, ${milliseconds(coldStarts.threadMilliseconds)} in a bare worker thread: ratio ${coldStarts.ratio.toFixed(2)}`,
  )
}

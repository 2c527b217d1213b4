import { createHash } from 'node:crypto'
import { openSdkDatabase, sdk } from '../../support/sdk'
import { accountIds, type Ledger, START_BALANCE } from './load'

interface Transfer {
  readonly _id: string
  readonly from: string
  readonly to: string
  readonly amount: number
}

/** Compares what is stored with what was acknowledged. Answers every fault found; none means nothing was lost or halved. */
export async function findFaults(ledger: Ledger): Promise<string[]> {
  return [
    ...(await missing('inserts', ledger.inserted)),
    ...(await missing('transfers', ledger.transfers)),
    ...(await counterFaults(ledger)),
    ...(await balanceFaults()),
    ...(await uploadFaults(ledger)),
  ]
}

async function missing(collection: string, ids: ReadonlySet<string>): Promise<string[]> {
  const stored = new Set((await readAll<{ _id: string }>(collection)).map(({ _id }) => _id))
  return [...ids].filter((id) => !stored.has(id)).map((id) => `${collection}: acknowledged ${id} is gone`)
}

async function counterFaults({ increments }: Ledger): Promise<string[]> {
  const { data } = await openSdkDatabase().collection('counters').doc('counter').get()
  const possible = data.value >= increments.acknowledged && data.value <= increments.tried
  return possible ? [] : [`counter is ${data.value}, not ${increments.acknowledged} to ${increments.tried}`]
}

/** Each balance must follow from the transfers that are stored: a half transaction would break this. */
async function balanceFaults(): Promise<string[]> {
  const expected = new Map(accountIds.map((id) => [id, START_BALANCE]))
  const move = (id: string, amount: number) => expected.set(id, (expected.get(id) ?? 0) + amount)
  for (const { from, to, amount } of await readAll<Transfer>('transfers')) {
    move(from, -amount)
    move(to, amount)
  }
  const accounts = await readAll<{ _id: string; balance: number }>('accounts')
  return accounts
    .filter(({ _id, balance }) => expected.get(_id) !== balance)
    .map(({ _id, balance }) => `${_id} holds ${balance}, its transfers say ${expected.get(_id)}`)
}

async function uploadFaults({ uploads }: Ledger): Promise<string[]> {
  const faults: string[] = []
  for (const [fileID, hash] of uploads.hashes) {
    const content: Buffer | null = await sdk.downloadFile({ fileID }).then(
      (file: { fileContent: Buffer }) => file.fileContent,
      () => null,
    )
    const stored = content && createHash('sha256').update(content).digest('hex')
    if (stored !== hash) faults.push(`upload ${fileID} is ${content ? 'changed' : 'gone'}`)
  }
  return faults
}

async function readAll<T>(collection: string): Promise<T[]> {
  const database = openSdkDatabase()
  const all: (T & { _id: string })[] = []
  for (;;) {
    const after = { _id: database.command.gt(all.at(-1)?._id ?? '') }
    const { data } = await database
      .collection(collection)
      .where(after)
      .orderBy('_id', 'asc')
      .limit(1000)
      .get()
    all.push(...data)
    if (data.length < 1000) return all
  }
}

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { openSdkDatabase, sdk } from '../../support/sdk'

const ACCOUNTS = 6
export const START_BALANCE = 1000

/** What the server acknowledged and what was merely tried; the truth after a crash lies between the two. */
export interface Ledger {
  readonly inserted: Set<string>
  readonly increments: { acknowledged: number; tried: number }
  readonly transfers: Set<string>
  /** The SHA-256 of each upload by its file id; older ones are forgotten when they have been checked often enough. */
  readonly uploads: { readonly hashes: Map<string, string>; acknowledged: number }
}

export function emptyLedger(): Ledger {
  return {
    inserted: new Set(),
    increments: { acknowledged: 0, tried: 0 },
    transfers: new Set(),
    uploads: { hashes: new Map(), acknowledged: 0 },
  }
}

export const accountIds = Array.from({ length: ACCOUNTS }, (_, number) => `account-${number}`)

/** Makes the collections and the accounts among which money moves. */
export async function prepare(): Promise<void> {
  const database = openSdkDatabase()
  for (const name of ['inserts', 'counters', 'accounts', 'transfers']) await database.createCollection(name)
  await database.collection('counters').add({ data: { _id: 'counter', value: 0 } })
  for (const _id of accountIds)
    await database.collection('accounts').add({ data: { _id, balance: START_BALANCE } })
}

/** Writes without pause until the server is gone, noting every acknowledgement the moment it arrives. */
export async function writeUntilKilled(ledger: Ledger): Promise<void> {
  const loops = [insertOnce, incrementOnce, transferOnce, transferOnce, uploadOnce]
  await Promise.all(
    loops.map(async (once) => {
      for (;;) {
        const alive = await once(ledger).then(
          () => true,
          (error) => !isConnectionLost(error),
        )
        if (!alive) return
      }
    }),
  )
}

async function insertOnce(ledger: Ledger): Promise<void> {
  const _id = randomUUID()
  await openSdkDatabase()
    .collection('inserts')
    .add({ data: { _id, text: 'x'.repeat(300) } })
  ledger.inserted.add(_id)
}

async function incrementOnce(ledger: Ledger): Promise<void> {
  const database = openSdkDatabase()
  ledger.increments.tried++
  await database
    .collection('counters')
    .doc('counter')
    .update({ data: { value: database.command.inc(1) } })
  ledger.increments.acknowledged++
}

/** Moves money in one transaction that also writes down what it moved. */
async function transferOnce(ledger: Ledger): Promise<void> {
  const database = openSdkDatabase()
  const [from, to] = pickTwo()
  const _id = randomUUID()
  const amount = 1 + (randomBytes(1).readUInt8() % 9)
  const transaction = await database.startTransaction()
  try {
    await transaction
      .collection('accounts')
      .doc(from)
      .update({ data: { balance: database.command.inc(-amount) } })
    await transaction
      .collection('accounts')
      .doc(to)
      .update({ data: { balance: database.command.inc(amount) } })
    await transaction.collection('transfers').add({ data: { _id, from, to, amount } })
    await transaction.commit()
    ledger.transfers.add(_id)
  } catch (error) {
    if (isConnectionLost(error)) throw error
    await transaction.rollback().catch(() => undefined)
  }
}

async function uploadOnce(ledger: Ledger): Promise<void> {
  const content = randomBytes(20_000)
  const { fileID } = await sdk.uploadFile({ cloudPath: `load/${randomUUID()}`, fileContent: content })
  ledger.uploads.hashes.set(fileID, createHash('sha256').update(content).digest('hex'))
  ledger.uploads.acknowledged++
}

function pickTwo(): [string, string] {
  const first = randomBytes(1).readUInt8() % ACCOUNTS
  const second = (first + 1 + (randomBytes(1).readUInt8() % (ACCOUNTS - 1))) % ACCOUNTS
  return [`account-${first}`, `account-${second}`]
}

function isConnectionLost(error: unknown): boolean {
  return /ECONNREFUSED|ECONNRESET|socket hang up|EPIPE|timeout|Unexpected end|aborted/i.test(
    String((error as Error).message),
  )
}

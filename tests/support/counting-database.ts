import type { Database } from '@nansha/core/platform/database'

/** What was asked of a database: one line an operation, `get citizens`, those of transactions after an arrow. */
export interface CountingDatabase extends Database {
  readonly operations: string[]
}

/** Writes down every operation of a database. Beginning and end of a transaction are operations too. */
export function countOperations(database: Database): CountingDatabase {
  const operations: string[] = []
  const noting = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(inner, property) {
        const value = Reflect.get(inner, property) as unknown
        if (typeof value !== 'function') return value
        return (...values: unknown[]) => {
          operations.push(`${String(property)} ${name}`)
          return (value as (...values: unknown[]) => unknown).apply(inner, values)
        }
      },
    })
  return {
    operations,
    command: database.command,
    in: (collection) => noting(collection.name, database.in(collection)),
    async transaction(work) {
      operations.push('begin')
      const result = await database.transaction((transaction) =>
        work({ in: (collection) => noting(collection.name, transaction.in(collection)) }),
      )
      operations.push('commit')
      return result
    },
  }
}

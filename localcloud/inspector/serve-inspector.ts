import { join } from 'node:path'
import * as v from 'valibot'
import { stringifyEjson } from '../database/ejson'
import type { Store } from '../database/store'
import type { FileStore } from '../files/file-store'
import type { CallLog } from '../functions/call-log'
import type { Functions } from '../functions/functions'
import { readJsonObject } from '../http/read-body'
import type { Route } from '../http/route'
import { sendJson } from '../http/send'
import { serveFolder } from '../http/serve-folder'
import { invalid, PlatformError } from '../platform-error'
import type { Timers } from '../timers/timers'
import { markEncrypted } from './mark-encrypted'

const PAGE = 50
const MAX_OFFSET = 1_000_000_000
const MAX_BYTES = 100 * 1024

/** What the inspector shows. */
export interface Inspected {
  readonly store: Store
  readonly files: FileStore
  readonly functions: Functions
  readonly timers: Timers
  readonly log: CallLog
}

const fireSchema = v.strictObject({ functionName: v.string(), name: v.string() })

/** The inspector page under `/inspector/` and the data it asks for under `/inspector/api/`. */
export function inspectorRoutes(inspected: Inspected): [string, Route][] {
  return [
    ['/inspector/', serveFolder(join(import.meta.dirname, 'page'), '/inspector/')],
    [
      '/inspector/api/',
      async (request, response, url) => {
        const name = url.pathname.slice('/inspector/api/'.length)
        if (request.method === 'POST' && name === 'fire') {
          const timer = v.safeParse(fireSchema, await readJsonObject(request, MAX_BYTES))
          if (!timer.success) throw invalid('fire needs functionName and name.')
          await inspected.timers.fire(timer.output.functionName, timer.output.name)
          return sendJson(response, 200, {})
        }
        if (request.method !== 'GET') throw invalid('The inspector reads with GET.')
        sendJson(response, 200, answer(inspected, name, url.searchParams))
      },
    ],
  ]
}

function answer(
  { store, files, functions, timers, log }: Inspected,
  name: string,
  parameters: URLSearchParams,
): object {
  switch (name) {
    case 'overview':
      return {
        collections: store.catalogue
          .names()
          .map((collection) => ({ name: collection, documents: store.count(collection, {}) })),
        instances: functions.instances(),
        timers: timers.list(),
      }
    case 'documents':
      return documents(store, parameters)
    case 'calls':
      return { calls: log.calls() }
    case 'files':
      return {
        files: files.list().map(({ path, owner, bytes, uploadedAt }) => ({ path, owner, bytes, uploadedAt })),
      }
    default:
      throw new PlatformError('NOT_FOUND', 'The inspector has no such page.')
  }
}

/**
 * A page of a collection, in order of insertion, with encrypted fields shown as such. It takes no query: whatever an address
 * could ask for, a foreign page could make a browser ask for.
 */
function documents(store: Store, parameters: URLSearchParams): object {
  const collection = parameters.get('collection') ?? ''
  const offset = Math.min(MAX_OFFSET, Math.max(0, Math.trunc(Number(parameters.get('offset'))) || 0))
  const found = store.page(collection, offset, PAGE)
  return {
    total: store.count(collection, {}),
    documents: found.map((one) => JSON.parse(stringifyEjson(markEncrypted(one)))),
  }
}

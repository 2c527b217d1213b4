import { checkId } from '../database/document'
import { type Document, parseEjson, stringifyEjson } from '../database/ejson'
import { isDocument } from '../database/path'
import type { Store } from '../database/store'
import { invalid } from '../platform-error'
import {
  aggregateSchema,
  countSchema,
  createSchema,
  endSchema,
  getSchema,
  insertSchema,
  modifySchema,
  removeSchema,
} from './database-requests'
import type { Action, AdminRequest } from './handle-admin'
import { refuseOutsideTransaction } from './refuse-outside-transaction'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** The `database.*` actions of the wire protocol. */
export function databaseActions(store: Store): Readonly<Record<string, Action>> {
  return {
    'database.addCollection': async (request) => {
      await store.createCollection(request.parse(createSchema).collectionName)
      return {}
    },
    'database.insertDocument': (request) => insert(store, request),
    'database.getDocument': async (request) => ({ list: get(store, request).map(stringifyEjson) }),
    'database.modifyDocument': (request) => modify(store, request),
    'database.modifyAndReturnDoc': () =>
      Promise.reject(invalid('updateAndReturn is not offered by wx-server-sdk.')),
    'database.removeDocument': (request) => remove(store, request),
    'database.calculateDocument': async (request) => {
      const { collectionName, query } = request.parse(countSchema)
      refuseOutsideTransaction(store, request, 'count()')
      return { total: store.count(collectionName, document(query, request.now)) }
    },
    'database.aggregateDocuments': async (request) => {
      const { collectionName, stages } = request.parse(aggregateSchema)
      refuseOutsideTransaction(store, request, 'aggregate()')
      const pipeline = stages.map(({ stageKey, stageValue }) => ({
        [stageKey]: parseEjson(stageValue, request.now),
      }))
      return { list: store.aggregate(collectionName, pipeline).map(stringifyEjson) }
    },
    'database.startTransaction': async (request) => ({
      transactionId: store.transactions.start(request.session),
    }),
    'database.commitTransaction': async (request) => {
      await store.transactions.commit(request.parse(endSchema).transactionId)
      return {}
    },
    'database.abortTransaction': async (request) => {
      store.transactions.abort(request.parse(endSchema).transactionId)
      return {}
    },
  }
}

async function insert(store: Store, request: AdminRequest) {
  const { collectionName, data, transactionId } = request.parse(insertSchema)
  const collection = store.catalogue.collection(collectionName)
  const documents = data.map((text) => document(text, request.now))
  if (transactionId === undefined) {
    const inserted = await store.writes.insert(collection, documents)
    return { insertedIds: inserted.map(plainId) }
  }
  const transaction = store.transactions.find(transactionId)
  return {
    insertedIds: documents.map((one) => plainId(store.operations.insert(transaction, collection, one))),
  }
}

function get(store: Store, request: AdminRequest): Document[] {
  const { collectionName, transactionId, ...parameters } = request.parse(getSchema)
  const query = document(parameters.query, request.now)
  if (transactionId !== undefined) {
    const id = idOf(query, parameters.queryType)
    const transaction = store.transactions.find(transactionId)
    const found = store.operations.get(transaction, store.catalogue.collection(collectionName), id)
    return found ? [found] : []
  }
  return store.find(collectionName, {
    query,
    order: document(parameters.order, request.now),
    offset: parameters.offset ?? 0,
    limit: Math.min(parameters.limit || DEFAULT_LIMIT, MAX_LIMIT),
    projection: document(parameters.projection, request.now),
  })
}

async function modify(store: Store, request: AdminRequest) {
  const { collectionName, transactionId, queryType, multi, merge, upsert, ...parameters } =
    request.parse(modifySchema)
  if (merge === upsert)
    throw invalid('merge and upsert must differ: update() merges, set() replaces or creates.')
  const collection = store.catalogue.collection(collectionName)
  const query = document(parameters.query, request.now)
  const data = document(parameters.data, request.now)
  if (upsert && Object.keys(data).some((key) => key.startsWith('$')))
    throw invalid('set() takes no operators.')

  if (transactionId !== undefined) {
    const transaction = store.transactions.find(transactionId)
    const id = idOf(query, queryType)
    if (upsert) {
      const replaced = store.operations.replace(transaction, collection, id, data)
      return { updated: Number(replaced), upsert_id: replaced ? null : id }
    }
    return {
      updated: Number(store.operations.update(transaction, collection, id, data, request.now)),
      upsert_id: null,
    }
  }
  if (upsert) {
    const { updated, upsertedId } = await store.writes.replace(collection, idOf(query, queryType), data)
    return { updated, upsert_id: upsertedId }
  }
  if (queryType !== 'DOC') refuseOutsideTransaction(store, request, 'where().update()')
  return { updated: await store.writes.update(collection, query, data, multi, request.now), upsert_id: null }
}

async function remove(store: Store, request: AdminRequest) {
  const { collectionName, transactionId, queryType, multi, ...parameters } = request.parse(removeSchema)
  const collection = store.catalogue.collection(collectionName)
  const query = document(parameters.query, request.now)
  if (transactionId !== undefined) {
    const transaction = store.transactions.find(transactionId)
    return { deleted: Number(store.operations.remove(transaction, collection, idOf(query, queryType))) }
  }
  if (queryType !== 'DOC') refuseOutsideTransaction(store, request, 'where().remove()')
  return { deleted: await store.writes.remove(collection, query, multi || queryType === 'DOC') }
}

/** The id of a request about one document. In a transaction nothing else is allowed. */
function idOf(query: Document, queryType: 'WHERE' | 'DOC' | undefined): Document['_id'] {
  if (queryType !== 'DOC' || Object.keys(query).length !== 1) {
    throw invalid('Only doc() operations on one document are allowed here: a transaction takes no where().')
  }
  checkId(query._id)
  return query._id
}

function document(text: string | undefined, now: Date): Document {
  const value = text === undefined || text === '' ? {} : parseEjson(text, now)
  if (!isDocument(value)) throw invalid('A parameter must be an EJSON document.')
  return value
}

/** Ids travel back as plain JSON. */
function plainId({ _id }: Document): unknown {
  return typeof _id === 'string' || typeof _id === 'number' ? _id : String(_id)
}

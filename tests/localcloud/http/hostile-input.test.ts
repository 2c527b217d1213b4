import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { identity } from '../../support/http'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'

let cloud: FixtureCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterAll(() => cloud.close())

const CODE = /^[A-Z][A-Z_]+$/
/** What a request may be answered without being an error: the server's own actions and functions do work. */
const answered = (body: {
  code?: string
  data?: unknown
  transactionId?: string
  result?: unknown
  fileID?: string
}) =>
  body.code === undefined
    ? body.data !== undefined ||
      body.transactionId !== undefined ||
      body.result !== undefined ||
      body.fileID !== undefined
    : CODE.test(body.code) && body.code !== 'SYS_ERR'

async function post(path: string, body: string, headers: Record<string, string> = {}, method = 'POST') {
  const response = await fetch(`${cloud.url}${path}`, { method, headers, body })
  return response.json() as Promise<Parameters<typeof answered>[0]>
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.constantFrom('null', '[]', '{}', '"', '{"a":'),
)
const actions = fc.constantFrom(
  ...['database.addCollection', 'database.insertDocument', 'database.getDocument', 'database.modifyDocument'],
  ...[
    'database.removeDocument',
    'database.calculateDocument',
    'database.aggregateDocuments',
    'database.commitTransaction',
  ],
  ...[
    'database.abortTransaction',
    'functions.invokeFunction',
    'storage.getUploadMetadata',
    'storage.batchGetDownloadUrl',
  ],
  ...['storage.batchDeleteFile', 'wx.openApi', 'constructor', '__proto__', 'toString'],
)
const operator = fc.constantFrom(
  '$gt',
  '$in',
  '$or',
  '$set',
  '$push',
  '$group',
  '$where',
  '$expr',
  '$slice',
  '$regex',
  '$nearSphere',
  'a',
  'a.b',
  '_id',
  '$date',
  '$oid',
  '$numberLong',
)
const ejson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(operator, tie('value'), { maxKeys: 2 }),
  ),
})).value
const parameter = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  ejson.map((value) => JSON.stringify(value)),
)
const request = fc.record(
  {
    action: actions,
    collectionName: fc.constantFrom('people', 'things', 'nowhere', '', '../x'),
    query: parameter,
    data: fc.oneof(parameter, fc.array(parameter, { maxLength: 2 })),
    queryType: fc.constantFrom('DOC', 'WHERE', 'x'),
    multi: fc.boolean(),
    merge: fc.boolean(),
    upsert: fc.boolean(),
    order: parameter,
    projection: parameter,
    limit: fc.oneof(fc.integer(), fc.string()),
    stages: fc.array(
      fc.record({
        stageKey: fc.constantFrom(
          '$match',
          '$group',
          '$project',
          '$sort',
          '$lookup',
          '$geoNear',
          '$unwind',
          '$out',
        ),
        stageValue: parameter,
      }),
      { maxLength: 2 },
    ),
    transactionId: fc.string(),
    path: fc.string(),
    file_list: fc.array(fc.oneof(fc.string(), fc.record({ fileid: fc.string() })), { maxLength: 2 }),
    fileid_list: fc.array(fc.string(), { maxLength: 2 }),
    function_name: fc.constantFrom('echo', 'nobody', '..', ''),
    request_data: text,
  },
  { requiredKeys: ['action'] },
)

it('/admin answers any text with a coded error', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (body) => {
      expect(answered(await post('/admin', body))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('/admin answers any request that looks like one with data or a coded error', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (body) => {
      const answer = await post('/admin', JSON.stringify(body))
      if (!answered(answer)) throw new Error(JSON.stringify(answer))
    }),
    { numRuns: 250 },
  )
})

it('/admin answers almost right requests: parameters of the right kind with arbitrary contents', async () => {
  const query = ejson.map((value) => JSON.stringify(value))
  const doc = { collectionName: fc.constant('people'), query, queryType: fc.constantFrom('DOC', 'WHERE') }
  const close = fc.oneof(
    fc.record({ ...doc, action: fc.constant('database.getDocument'), order: query, projection: query }),
    fc.record({
      ...doc,
      action: fc.constant('database.modifyDocument'),
      data: query,
      multi: fc.boolean(),
      merge: fc.constant(true),
      upsert: fc.constant(false),
    }),
    fc.record({
      action: fc.constant('database.insertDocument'),
      collectionName: fc.constant('people'),
      data: fc.array(query, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ ...doc, action: fc.constant('database.removeDocument'), multi: fc.boolean() }),
    fc.record({
      action: fc.constant('database.aggregateDocuments'),
      collectionName: fc.constant('people'),
      stages: fc.array(
        fc.record({
          stageKey: fc.constantFrom(
            '$match',
            '$group',
            '$project',
            '$sort',
            '$unwind',
            '$addFields',
            '$bucket',
            '$lookup',
            '$limit',
            '$count',
            '$geoNear',
            '$sample',
            '$replaceRoot',
          ),
          stageValue: query,
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  )
  await fc.assert(
    fc.asyncProperty(close, async (body) => {
      const answer = await post('/admin', JSON.stringify(body))
      if (!answered(answer)) throw new Error(JSON.stringify(answer))
    }),
    { numRuns: 300 },
  )
})

it('/functions answers any event, name and identity', async () => {
  const name = fc.oneof(fc.constantFrom('web', 'tick', '%', '..', ''), fc.string())
  const openId = fc.stringMatching(/^[\x21-\x7e]{0,20}$/)
  await fc.assert(
    fc.asyncProperty(name, text, openId, async (called, body, who) => {
      const answer = await post(`/functions/${encodeURIComponent(called)}`, body, identity(who))
      if (!answered(answer)) throw new Error(JSON.stringify(answer))
    }),
    { numRuns: 60 },
  )
})

it('/files answers any path, token and method', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('PUT', 'POST', 'DELETE'),
      async (path, token, method) => {
        const encoded = encodeURIComponent(path.replace(/\p{Surrogate}/gu, ''))
        for (const address of [
          `/files?path=${encoded}`,
          `/files/${encoded}?token=${encodeURIComponent(token)}`,
        ]) {
          const answer = await post(address, 'x', identity('a'), method)
          if (!answered(answer)) throw new Error(JSON.stringify(answer))
        }
      },
    ),
    { numRuns: 60 },
  )
})

it('the local cloud still answers after hostile input', async () => {
  expect((await post('/admin', '{"action":"database.startTransaction"}')).transactionId).toMatch(
    /^[0-9a-f]{32}$/,
  )
})

import { type PortalPorts, readPortal } from '@nansha/citizen/src/online/read-portal'
import type { CarriedRequest } from '@nansha/shared/api/present'
import { createJws } from '@nansha/shared/jws/create-jws'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { beforeAll, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'
import { PORTAL_KEY } from '../../support/registered-portal'

let online: OnlineWorld
beforeAll(async () => {
  online = await createOnlineWorld()
})

/** A registered website asks with a query of its own making. @returns what the phone does, and how often the website hears from it */
async function askedWith(claims: object[], sets?: string[][]) {
  let heard = 0
  const ask: PortalPorts['ask'] = async (name, event) => {
    if ((event as { action?: string }).action === 'answer') heard++
    const answer = await online.phone.ask(name, event)
    const object = (answer as Partial<CarriedRequest>).object
    const { header, payload } = (object !== undefined && decodeJws(object)) || {}
    if (typeof header?.typ !== 'string' || !payload) return answer as never
    const { credentials } = payload.dcql_query as { credentials: object[] }
    const dcql_query = {
      credentials: [{ ...credentials[0], claims, ...(sets && { claim_sets: sets }) }],
    }
    return {
      object: createJws(PORTAL_KEY.privateKey, { ...header, typ: header.typ }, { ...payload, dcql_query }),
    } as never
  }
  const question = { ...ASK_NAME, purpose: 'open-account' }
  const { link } = await online.transactions.begin('session', question, 'cross-device')
  const code = await refusalIn(() => readPortal({ ...online.phone, ask }, link))
  return { code, heard }
}

it('a website that guesses a value hears nothing before the citizen agrees, whether it is right or wrong', async () => {
  expect(await askedWith([{ path: ['name'], values: ['李明'] }])).toEqual({ code: 'done', heard: 0 })
  expect(await askedWith([{ path: ['name'], values: ['王芳'] }])).toEqual({
    code: 'PORTAL_UNSATISFIABLE',
    heard: 0,
  })
})

it('a website does not hear which of its sets of claims a value opens', async () => {
  // `pairwise_id` is registered for another purpose: whether this is over-asked depends on the name in the credential.
  const claims = (name: string) => [
    { id: 'guess', path: ['name'], values: [name] },
    { id: 'beyond', path: ['pairwise_id'] },
    { id: 'number', path: ['id_number'] },
  ]
  const sets = [['guess', 'beyond'], ['number']]
  const [right, wrong] = [await askedWith(claims('李明'), sets), await askedWith(claims('王芳'), sets)]
  expect([right.heard, wrong.heard]).toEqual([0, 0])
  expect([right.code, wrong.code]).toEqual(['PORTAL_OVERASKS', 'done'])
})

it('a website that asks for what no purpose of its registration covers is told so at once', async () => {
  expect(await askedWith([{ path: ['sex'] }])).toEqual({ code: 'PORTAL_OVERASKS', heard: 1 })
})

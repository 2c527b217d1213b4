import { randomInt } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { readBody } from '../web/read-body'
import { CAST, type CastMember, FOREIGNER } from './cast'
import { DESKS } from './desks'
import type { DevelopmentAccount, DevelopmentCall, DevelopmentUpload } from './development-client'
import { EVENING_PARTIES, receiveParty } from './hotel-evening'
import { DEMO_PIN, issueIdentity } from './issue-identity'
import { makeSpecimen } from './make-specimen'
import { photographEmblemOf, photographOf } from './photograph'
import { registerSpecimen } from './register-specimen'
import type { CardText } from './specimen/draw-card'
import type { EmblemSideText } from './specimen/draw-emblem-side'
import type { SpecimenForeigner } from './specimen/specimen-foreigner'
import type { SpecimenPerson } from './specimen/specimen-people'

/** Everyone a newcomer can be, in the order shown. */
const EVERYBODY: readonly Member[] = [...CAST, FOREIGNER]

/** Who attests the identities that the demo hands out. */
const OFFICER = DESKS.find(({ enrols }) => enrols)?.profile ?? ''
/** Whose desk guests without a phone come to. */
const HOTEL = DESKS.find(({ scenario }) => scenario === 'hotel')?.profile ?? ''
const MAX_BODY_BYTES = 3_000_000
const OwnCard = v.strictObject({
  portrait: v.pipe(v.string(), v.base64(), v.maxLength(2_500_000)),
  sex: v.picklist(['male', 'female']),
})

/**
 * Serves the demo page its people: `GET people`, `GET people/<id>/card.jpg`, `emblem.jpg` and `selfie.jpg`, and
 * `POST people`, which makes a specimen card of the visitor's own face and keeps nothing but the registry's entry;
 * `POST people/<id>/identity`, which issues that person an identity at a counter and answers what their phone stores;
 * `POST evening/<n>`, with which the n-th party of an evening comes to the hotel's desk without phones.
 *
 * @param apps the appids of the two mini-programs
 */
export function createDemoApi(
  { call, upload }: { readonly call: DevelopmentCall; readonly upload: DevelopmentUpload },
  operator: DevelopmentAccount,
  apps: { readonly citizen: string; readonly companion: string },
) {
  const photographs = new Map<string, Promise<Buffer>>()
  const picture = (id: string, kind: Kind): Promise<Buffer> | undefined => {
    const member = EVERYBODY.find(({ person }) => person.id === id)
    if (!member) return undefined
    const key = `${id}/${kind}`
    const known = photographs.get(key)
    if (known) return known
    const taken = take(member, kind)
    photographs.set(key, taken)
    return taken
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/demo\/api\//, '')
    if (path === 'people' && request.method === 'GET') {
      return json(
        response,
        200,
        EVERYBODY.map(({ person, landmarks, facing }) => ({
          ...summary(person.id, person),
          landmarks,
          facing,
        })),
      )
    }
    if (path === 'people' && request.method === 'POST') {
      return json(response, ...(await makeOwn(request, call, operator)))
    }
    const [, issued] = /^people\/([\w-]+)\/identity$/.exec(path) ?? []
    if (issued !== undefined && request.method === 'POST') {
      const member = EVERYBODY.find(({ person }) => person.id === issued)
      if (!member) return json(response, 404, { message: 'The demo knows no such person.' })
      const accounts = {
        citizen: { appId: apps.citizen, openId: issued },
        officer: { appId: apps.companion, openId: OFFICER },
      }
      const portrait = await member.portrait()
      const stored = await issueIdentity({ call, upload }, accounts, member.person, portrait, Date.now)
      return json(response, 200, { stored, pin: DEMO_PIN })
    }
    const [, party] = /^evening\/(\d{1,2})$/.exec(path) ?? []
    if (party !== undefined && request.method === 'POST') {
      await receiveParty(call, { appId: apps.companion, openId: HOTEL }, Number(party), Date.now())
      return json(response, 200, { parties: EVENING_PARTIES })
    }
    const [, id = '', kind = ''] = /^people\/([\w-]+)\/(card|emblem|selfie)\.jpg$/.exec(path) ?? []
    const jpeg = await picture(id, kind as Kind)
    if (!jpeg) return json(response, 404, { message: 'The demo has no such page.' })
    response.writeHead(200, { 'content-type': 'image/jpeg', 'cache-control': 'no-store' }).end(jpeg)
  }
}

type Kind = 'card' | 'emblem' | 'selfie'
type Member = CastMember<SpecimenPerson | SpecimenForeigner>

async function take({ person, portrait, selfie }: Member, kind: Kind): Promise<Buffer> {
  if (kind === 'selfie') return selfie()
  return kind === 'card' ? photographOf(person, await portrait()) : photographEmblemOf(person)
}

async function makeOwn(
  request: IncomingMessage,
  call: DevelopmentCall,
  operator: DevelopmentAccount,
): Promise<[number, object]> {
  const body = v.safeParse(OwnCard, await readJson(request))
  if (!body.success) return [400, { message: 'That is not a portrait.' }]
  const portrait = Buffer.from(body.output.portrait, 'base64')
  const card = makeSpecimen(body.output.sex, () => randomInt(2 ** 32) / 2 ** 32)
  await registerSpecimen((event) => call(operator, 'specimen', event), card, portrait)
  const [front, emblem] = await Promise.all([photographOf(card, portrait), photographEmblemOf(card)])
  return [
    200,
    {
      ...summary(`own-${card.number.slice(-6)}`, card),
      card: dataUrl(front),
      emblem: dataUrl(emblem),
    },
  ]
}

const dataUrl = (jpeg: Buffer) => `data:image/jpeg;base64,${jpeg.toString('base64')}`

const summary = (
  id: string,
  { name, number, validUntil }: Pick<CardText, 'name' | 'number'> & EmblemSideText,
) => ({
  id,
  name,
  number,
  validUntil: validUntil === 'long-term' ? '长期' : validUntil,
  card: `/demo/api/people/${id}/card.jpg`,
  emblem: `/demo/api/people/${id}/emblem.jpg`,
  selfie: `/demo/api/people/${id}/selfie.jpg`,
})

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES)
  try {
    return body === undefined ? undefined : JSON.parse(body)
  } catch {
    return undefined
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

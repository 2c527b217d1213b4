import type { AccountKey } from '@nansha/core/records/account-key'
import { STAFF } from '@nansha/core/records/staff'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { beginComparison, compareFaces } from '@nansha/core/verify/compare-faces'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { countChecks } from '@nansha/core/verify/count-checks'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { listChecks } from '@nansha/core/verify/list-checks'
import { listWarnings } from '@nansha/core/verify/list-warnings'
import { openSession } from '@nansha/core/verify/open-session'
import { recordCardCheck } from '@nansha/core/verify/record-card-check'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { dateInChina } from '@nansha/shared/age-in-china'
import { VerifyEvent } from '@nansha/shared/api/verify'
import { expect, test } from 'vitest'
import { createMemoryFiles, STORAGE_ROOT } from '#support/memory-files'
import { createOfflineWorld } from '#support/offline-world'
import { RESIDENT } from '#support/person'
import { CLERK, OTHER_CLERK } from '#support/world'

const COLLEAGUE = 'wxverifier:colleague'

test.each<[string, AccountKey]>([
  ['another organisation', OTHER_CLERK],
  ['another shift of the same organisation', COLLEAGUE],
])(
  'a clerk of %s reads and changes nothing of a desk’s checks, whichever action they take',
  async (_, account) => {
    const desk = await createBusyDesk()
    const { ports, files, useId } = desk
    const attempts = attemptsOf(desk, account)
    for (const [action, [attempt, expected]] of Object.entries(attempts)) {
      const answer = await attempt().catch((error: unknown) => error)
      expect({ action, answer }).toMatchObject({ action, answer: expected })
      if (action !== 'ticket') expect(JSON.stringify(answer)).not.toContain(useId)
      for (const secret of [RESIDENT.name, RESIDENT.id_number])
        expect(JSON.stringify(answer)).not.toContain(secret)
    }
    expect(Object.keys(attempts).sort()).toEqual(
      VerifyEvent.options.map(({ entries }) => entries.action.literal).sort(),
    )
    // The desk goes on as if nothing had been tried.
    expect(files.stored.size).toBe(1)
    expect(await confirmUse(ports, CLERK, { useId, portraitMatches: true })).toEqual({ verdict: 'accepted' })
    expect((await listChecks(ports, CLERK)).checks.map(({ state }) => state)).toEqual([
      'accepted',
      'accepted',
    ])
  },
)

type Desk = Awaited<ReturnType<typeof createBusyDesk>>

/** A desk that has accepted a pass, and has a check, a comparison of faces and a code open. */
async function createBusyDesk() {
  const world = await createOfflineWorld()
  const { database, ports } = world
  await database.in(STAFF).put({
    _id: COLLEAGUE,
    organisationId: 'organisation-1',
    role: 'clerk',
    name: '周敏',
    joinedAt: new Date(0),
  })
  const ticket = world.show(await world.giveHandle())
  const { useId } = await verifyTicket(ports, CLERK, { scenario: 'hotel', ticket })
  const { comparison, upload } = await beginComparison(ports, CLERK, useId)
  const files = createMemoryFiles()
  const photo = await files.upload(upload, Buffer.from('the person'))
  const { nonce } = await showDeskCode(ports, CLERK, 'bank')
  const { proof } = await world.frames()
  const pass = { scenario: 'gate', proof, at: world.seconds(), accepted: true } as const
  await recordPassUse(ports, CLERK, pass)
  await world.download()
  return { world, ports, files, ticket, useId, comparison, photo, nonce, pass }
}

/** What each action answers a clerk who knows every id, in the order in which they are tried. */
function attemptsOf(
  { world, ports, files, ticket, useId, comparison, photo, nonce, pass }: Desk,
  account: AccountKey,
): Record<VerifyEvent['action'], [() => Promise<unknown>, object]> {
  const comparing = {
    ...ports,
    files,
    storageRoot: async () => STORAGE_ROOT,
    matchFaces: () => Promise.reject(new Error('A face was compared.')),
  }
  const unknown = { code: 'USE_UNKNOWN' }
  const card = {
    action: 'card-check',
    check: 'c'.repeat(22),
    scenario: 'hotel',
    refused: 'TICKET_REPLAYED',
    card: 'matches',
  } as const
  return {
    session: [() => openSession(ports, account), { role: 'clerk' }],
    bundle: [() => createBundle(ports, account), {}],
    checks: [() => listChecks(ports, account), { checks: [] }],
    day: [() => countChecks(ports, account, dateInChina(world.clock.now)), { code: 'CALLER_FORBIDDEN' }],
    warnings: [() => listWarnings(ports, account, []), { warnings: [] }],
    ticket: [() => verifyTicket(ports, account, { scenario: 'hotel', ticket }), { code: 'TICKET_REPLAYED' }],
    collect: [() => collectAnswer(ports, account, [nonce]), { code: 'DESK_CODE_INVALID' }],
    'begin-comparison': [() => beginComparison(ports, account, useId), unknown],
    'compare-faces': [() => compareFaces(comparing, account, { comparison, photo }), unknown],
    confirm: [() => confirmUse(ports, account, { useId, portraitMatches: true }), unknown],
    // Their own code, and their own note of a card.
    'desk-code': [() => showDeskCode(ports, account, 'bank'), {}],
    'card-check': [
      async () => ({ answer: await recordCardCheck(ports, account, card) }),
      { answer: undefined },
    ],
    // The same pass at another gate: they are told of it as of any other, and of nobody’s name.
    'pass-use': [() => recordPassUse(ports, account, pass), { result: 'double' }],
  }
}

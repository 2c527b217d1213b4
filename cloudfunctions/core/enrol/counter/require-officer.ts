import { NanshaError } from '@nansha/shared/errors'
import type { Database } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { ORGANISATIONS, type Organisation } from '../../records/organisations'
import { STAFF, type StaffMember } from '../../records/staff'

export interface Officer {
  readonly member: StaffMember
  readonly organisation: Organisation
}

/** @throws NanshaError CALLER_FORBIDDEN unless the account works for an organisation that may enrol, LICENCE_EXPIRED */
export async function requireOfficer(
  { database, now }: { readonly database: Database; readonly now: () => number },
  account: AccountKey,
): Promise<Officer> {
  const member = await database.collection<StaffMember>(STAFF).get(account)
  const organisation =
    member && (await database.collection<Organisation>(ORGANISATIONS).get(member.organisationId))
  if (!member || !organisation?.enrols) throw new NanshaError('CALLER_FORBIDDEN')
  if (organisation.licenceExpiresAt.getTime() <= now()) throw new NanshaError('LICENCE_EXPIRED')
  return { member, organisation }
}

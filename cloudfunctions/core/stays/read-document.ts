import { ageInChina, dateInChina, FULL_AGE } from '@nansha/shared/age-in-china'
import type { GuestDocument } from '@nansha/shared/api/guest-document'
import { NanshaError } from '@nansha/shared/errors'
import { identityDocumentOf, permitCountryOf } from '@nansha/shared/identity-document'
import { agreesWithNumber, parsePermanentResidentNumber } from '@nansha/shared/permanent-resident-number'
import { parseResidentNumber, RESIDENT_NUMBER_LENGTH } from '@nansha/shared/resident-number'
import type { KnownGuest } from '../guests/wait-for-room'
import { readPassport } from './read-passport'

const OLDEST_BIRTHDATE = '1900-01-01'

type Permit = Extract<GuestDocument, { kind: 'permit' }>

/**
 * Reads a document that a clerk copied and compared.
 *
 * @param now Unix milliseconds
 * @throws NanshaError NUMBER_*, PERMANENT_NUMBER_*, DOCUMENT_KIND_DIFFERS, DOCUMENT_CONTRADICTS, MRZ_INVALID, BIRTHDATE_INVALID,
 *   DOCUMENT_EXPIRED, GUEST_OF_AGE for an adult as a child
 */
export function readDocument(document: GuestDocument, now: number): KnownGuest {
  const today = dateInChina(now)
  const known = readKind(document, today)
  if (known.birthdate > today || known.birthdate < OLDEST_BIRTHDATE)
    throw new NanshaError('BIRTHDATE_INVALID')
  if (known.kind === 'child' && ageInChina(known.birthdate, now) >= FULL_AGE)
    throw new NanshaError('GUEST_OF_AGE')
  return known
}

function readKind(document: GuestDocument, today: string): KnownGuest {
  switch (document.kind) {
    case 'card': {
      const { number, sex, birthdate } = readNumber(document.idNumber)
      if (identityDocumentOf(number) !== 'resident-id-card') throw new NanshaError('DOCUMENT_KIND_DIFFERS')
      const { kind, name, ethnicity, address } = document
      return {
        kind,
        name,
        number,
        birthdate,
        fields: { name, id_number: number, sex, ethnicity, birthdate, address },
      }
    }
    case 'permit': {
      const { kind, compared, ...fields } = document
      if (parsePermanentResidentNumber(fields.number).ok) throw new NanshaError('DOCUMENT_KIND_DIFFERS')
      if (fields.number.length === RESIDENT_NUMBER_LENGTH) requirePermitNumber(fields)
      if (fields.validUntil < today) throw new NanshaError('DOCUMENT_EXPIRED')
      return { kind, name: fields.name, number: fields.number, birthdate: fields.birthdate, fields }
    }
    case 'permanent-resident': {
      const { kind, compared, number: printed, ...rest } = document
      const number = parsePermanentResidentNumber(printed)
      if (!number.ok) throw new NanshaError(number.code)
      if (!agreesWithNumber(number, rest)) throw new NanshaError('DOCUMENT_CONTRADICTS')
      if (rest.validUntil < today) throw new NanshaError('DOCUMENT_EXPIRED')
      const fields = { ...rest, number: number.number }
      return { kind, name: rest.name, number: number.number, birthdate: rest.birthdate, fields }
    }
    case 'passport': {
      const { kind, mrz, visa, entry, purpose, leaves } = document
      const passport = readPassport(mrz, today)
      if (passport.validUntil < today || visa.validUntil < today) throw new NanshaError('DOCUMENT_EXPIRED')
      return {
        kind,
        name: passport.name,
        number: passport.number,
        birthdate: passport.birthdate,
        fields: { ...passport, visa, entry, purpose, leaves },
      }
    }
    case 'child': {
      const { kind, name, sex, birthdate, idNumber } = document
      if (idNumber === undefined)
        return { kind, name, number: '', birthdate, fields: { name, sex, birthdate } }
      const read = readNumber(idNumber)
      // Two statements of one thing that differ are a slip of the pen in one of them.
      if (read.birthdate !== birthdate || read.sex !== sex) throw new NanshaError('DOCUMENT_CONTRADICTS')
      return {
        kind,
        name,
        number: read.number,
        birthdate,
        fields: { name, id_number: read.number, sex, birthdate },
      }
    }
  }
}

/**
 * Residence permits have numbers like an ID card's, which tell the age; travel permits have others.
 *
 * @throws NanshaError NUMBER_*, DOCUMENT_KIND_DIFFERS, DOCUMENT_CONTRADICTS
 */
function requirePermitNumber({ number, from, sex, birthdate }: Omit<Permit, 'kind' | 'compared'>): void {
  const read = readNumber(number)
  const country = permitCountryOf(read.number)
  if (country === undefined) throw new NanshaError('DOCUMENT_KIND_DIFFERS')
  if (read.sex !== sex || read.birthdate !== birthdate || country !== from)
    throw new NanshaError('DOCUMENT_CONTRADICTS')
}

function readNumber(text: string) {
  const read = parseResidentNumber(text)
  if (!read.ok) throw new NanshaError(read.code)
  return read
}

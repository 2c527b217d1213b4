import { type DocumentRead, GuestDocument, ReadGuest } from '@nansha/shared/api/guest-document'
import { parseTypedDay } from '@nansha/shared/calendar'
import { normaliseEthnicGroup } from '@nansha/shared/ethnic-groups'
import * as v from 'valibot'

export const DOCUMENT_KINDS = ['card', 'permit', 'permanent-resident', 'passport', 'child'] as const

/** What the clerk has copied so far, by the name of the field. */
export type Typed = Readonly<Partial<Record<TypedField, string>>>
export type TypedField =
  | 'name'
  | 'idNumber'
  | 'ethnicity'
  | 'address'
  | 'number'
  | 'from'
  | 'chineseName'
  | 'nationality'
  | 'sex'
  | 'birthdate'
  | 'validUntil'
  | 'mrz'
  | 'visaKind'
  | 'visaNumber'
  | 'visaUntil'
  | 'entryDay'
  | 'entryPort'
  | 'purpose'
  | 'leaves'

/** @returns the document, or `undefined` while something is missing or malformed */
export function toDocument(kind: GuestDocument['kind'], typed: Typed): GuestDocument | undefined {
  const parsed = v.safeParse(GuestDocument, { kind, ...fieldsOf(kind, typed), compared: true })
  return parsed.success ? parsed.output : undefined
}

/** @returns what the clerk says of a document that was photographed, or `undefined` while something is missing or malformed */
export function toReadGuest(read: DocumentRead, typed: Typed): ReadGuest | undefined {
  const parsed = v.safeParse(ReadGuest, { kind: read.kind, ...readFieldsOf(read, typed), compared: true })
  return parsed.success ? parsed.output : undefined
}

function readFieldsOf(read: DocumentRead, typed: Typed): object {
  if (read.kind === 'passport') {
    const { mrz: _, ...said } = { mrz: undefined, ...fieldsOf('passport', typed) }
    return said
  }
  const { name, address } = typed
  if (read.kind === 'permanent-resident') return { name, ...given({ chineseName: typed.chineseName }) }
  return {
    name,
    ...('address' in read && { address }),
    ...('ethnicity' in read && { ethnicity: normaliseEthnicGroup(typed.ethnicity ?? '') }),
    ...(read.kind === 'permit' && { validUntil: day(typed.validUntil) }),
  }
}

function fieldsOf(kind: GuestDocument['kind'], typed: Typed): object {
  const { name, idNumber, address, sex, number, from, mrz, purpose } = typed
  const birthdate = day(typed.birthdate)
  switch (kind) {
    case 'card':
      return { name, idNumber, ethnicity: normaliseEthnicGroup(typed.ethnicity ?? ''), address }
    case 'permit':
      return { name, number, from, sex, birthdate, validUntil: day(typed.validUntil), address }
    case 'permanent-resident':
      return {
        name,
        ...given({ chineseName: typed.chineseName }),
        number,
        nationality: typed.nationality,
        sex,
        birthdate,
        validUntil: day(typed.validUntil),
      }
    case 'passport':
      return {
        mrz,
        visa: { kind: typed.visaKind, number: typed.visaNumber, validUntil: day(typed.visaUntil) },
        entry: { day: day(typed.entryDay), port: typed.entryPort },
        purpose,
        leaves: day(typed.leaves),
      }
    case 'child':
      return { name, sex, birthdate, ...given({ idNumber }) }
  }
}

/** A field that not every document has, unless it was left empty. */
function given(field: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(field).filter(([, value]) => value?.trim()))
}

function day(text = ''): string | undefined {
  return parseTypedDay(text)
}

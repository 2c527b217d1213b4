import { NanshaError } from '@nansha/shared/errors'
import { parse } from 'mrz'

export interface Passport {
  /** In Latin letters: surname first. */
  readonly name: string
  readonly number: string
  readonly nationality: string
  readonly issuer: string
  /** Absent where the document says neither. */
  readonly sex?: 'male' | 'female'
  readonly birthdate: string
  readonly validUntil: string
}

const LINE = 44

/**
 * Reads the machine-readable zone of a passport (ICAO 9303-4 §4.2). Every check digit must be right: nothing is repaired.
 *
 * @param text two lines of 44 characters, with or without the break between them
 * @param today `YYYY-MM-DD`, by which the century of a year of two digits is told
 * @throws NanshaError MRZ_INVALID
 */
export function readPassport(text: string, today: string): Passport {
  const letters = text.toUpperCase().replace(/\s/g, '')
  const lines = [letters.slice(0, LINE), letters.slice(LINE)]
  const { fields, details } = parsed(lines)
  const { documentNumber, lastName, firstName, birthDate, expirationDate, sex } = fields
  // What the library thinks of a state's code is no reason: new states and special codes are not in every list.
  const isRight = details.every(({ field, valid }) => valid || /State|nationality/.test(field ?? ''))
  if (!isRight || !documentNumber || !lastName || !birthDate || !expirationDate)
    throw new NanshaError('MRZ_INVALID')
  return {
    name: [lastName, firstName].filter(Boolean).join(' '),
    number: documentNumber,
    nationality: code(lines[1]?.slice(10, 13)),
    issuer: code(lines[0]?.slice(2, 5)),
    ...((sex === 'male' || sex === 'female') && { sex }),
    birthdate: fullDay(birthDate, (day) => day <= today),
    validUntil: fullDay(expirationDate, () => true),
  }
}

/** ICAO 9303-3 §5: three letters, filled up where there are fewer. */
function code(letters = ''): string {
  return letters.replaceAll('<', '')
}

function parsed(lines: string[]) {
  try {
    const read = parse(lines)
    if (read.format !== 'TD3') throw new NanshaError('MRZ_INVALID')
    return read
  } catch {
    throw new NanshaError('MRZ_INVALID')
  }
}

/** @param isPossible in this century; else it was in the last one */
function fullDay(sixDigits: string, isPossible: (day: string) => boolean): string {
  const rest = `${sixDigits.slice(0, 2)}-${sixDigits.slice(2, 4)}-${sixDigits.slice(4, 6)}`
  return isPossible(`20${rest}`) ? `20${rest}` : `19${rest}`
}

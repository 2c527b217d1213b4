import * as v from 'valibot'
import { isDay } from './calendar'
import { LONG_TERM } from './card-validity'
import { isPrintedGroup, normaliseEthnicGroup } from './ethnic-groups'
import { nameFault, normaliseName } from './person-name'
import { isAddress, plainText } from './plain-text'

/** Building blocks of the event schemas: every field has a bound, so a hostile event is refused before it costs anything. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))
/** SHA-256 in base64url. */
export const digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))
export const fileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[\x21-\x7e]{1,400}$/))
export const compactJws = v.pipe(v.string(), v.maxLength(4096), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/))
export const unixSeconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff))
/** A name as on the card, brought to the one spelling that is stored and compared. */
export const personName = v.pipe(
  v.string(),
  v.maxLength(256),
  v.transform(normaliseName),
  v.check((name) => nameFault(name) === undefined, 'no name'),
)
/** An ethnic group as the card prints it, one of the 56 or another word. */
export const ethnicGroup = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(normaliseEthnicGroup),
  v.check(isPrintedGroup, 'no ethnic group'),
)
/** An address as the card prints it. */
export const cardAddress = v.pipe(
  v.string(),
  v.maxLength(512),
  v.transform(plainText),
  v.check(isAddress, 'no address'),
)
/**
 * A text that people type and other people read on a screen: names of organisations, staff, desks and rooms. What a reader cannot see is not in it: controls, format characters (bidirectional overrides, zero-width
 * ones), lone surrogates, private and unassigned characters (`\p{C}`), line separators, blanks but the plain space,
 * and letters that show nothing (fillers, variation selectors).
 *
 * @param most UTF-16 units, after trimming
 */
export const shownText = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.normalize('NFC'),
    v.minLength(1),
    v.maxLength(most),
    v.regex(/^(?:(?![\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]).| )+$/u),
    v.regex(/[\p{L}\p{N}]/u),
  )
/** Parsed for real by `parseResidentNumber`; here only bounded. */
export const residentNumber = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32))
/** A nationality, three letters (ICAO 9303-3 §5). New states are not in every list, so that it is one is not checked. */
export const nationality = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z]{3}$/))
/** A day of the calendar, `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.check(isDay, 'no day'))
/** The last day on which a card is valid, a day of the calendar as `YYYY-MM-DD`, or `long-term`. */
export const cardValidity = v.union([day, v.literal(LONG_TERM)])

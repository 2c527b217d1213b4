import * as v from 'valibot'

/** Building blocks of the event schemas: every field has a bound, so a hostile event is refused before it costs anything. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))
export const fileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[\x21-\x7e]{1,400}$/))
export const compactJws = v.pipe(v.string(), v.maxLength(4096), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/))
export const unixSeconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff))
/** A name as on the card: 1 to 40 characters, letters, CJK, the middle dot; no control characters. */
export const personName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(40),
  v.regex(/^[\p{L}\p{M}·•. ]+$/u),
)
/** Parsed for real by `parseResidentNumber`; here only bounded. */
export const residentNumber = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32))
/** The last day on which a card is valid, `YYYY-MM-DD`, or `long-term`, which sorts behind every day. */
export const cardValidity = v.union([v.pipe(v.string(), v.isoDate()), v.literal('long-term')])

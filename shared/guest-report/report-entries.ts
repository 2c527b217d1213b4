import { dateInChina } from '../age-in-china'
import { digestText } from '../encoding/digest'

/** What both sides count: one text a report. */
export function reportEntry(report: {
  readonly stay: string
  readonly version: number
  readonly digest: string
}): string {
  return `${report.stay}.${report.version}.${report.digest}`
}

/** SHA-256 over the entries in the order of their bytes, a line each: equal on both sides when both have the same. */
export function hashEntries(entries: readonly string[]): string {
  return digestText([...entries].sort().join('\n'))
}

/** The day in China under which a report is counted. @param at Unix seconds of the version */
export function reportDay(at: number): string {
  return dateInChina(at * 1000)
}

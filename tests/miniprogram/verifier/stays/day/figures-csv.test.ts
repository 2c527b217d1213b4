import { expect, it } from 'vitest'
import { figuresCsv } from '#verifier/stays/day/figures-csv'

const FIGURES = {
  stays: {
    day: '2027-01-15',
    arrivals: 2,
    guests: 3,
    annulled: 1,
    inHouse: { stays: 40, guests: 71 },
    byHour: Array.from({ length: 24 }, (_, hour) => (hour === 14 ? 2 : 0)),
    byClerk: [{ name: '=HYPERLINK("x")', guests: 3 }],
    refused: [{ code: 'TICKET_REPLAYED' as const, count: 1 }],
    reports: { sent: 1, waiting: 1 },
  },
  checks: {
    day: '2027-01-15',
    shown: 0,
    accepted: 3,
    refused: 0,
    disputed: 1,
    cards: { matches: 1, differs: 0, missing: 0 },
    medianSeconds: 9,
  },
}

it('a day’s figures are a table that spreadsheets open, in which no name is a formula', () => {
  const text = figuresCsv(FIGURES)
  expect(text.startsWith('\uFEFF"group","item","value"\r\n')).toBe(true)
  expect(text).toContain('"arrivals by hour","14:00","2"\r\n')
  expect(text).toContain('"guests by clerk","\'=HYPERLINK(""x"")","3"\r\n')
  expect(text).toContain('"in the house at the end of the day","guests","71"\r\n')
  expect(text).toContain('"checks","median seconds","9"\r\n')
  expect(text).toContain('"checks","disputed by the holder","1"\r\n')
})

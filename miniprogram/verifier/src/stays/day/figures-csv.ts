import { writeCsv } from '@nansha/shared/encoding/csv'
import type { ShownFigures } from './Figures'

/** A day's figures as a table of three columns, in English because other programs read it. */
export function figuresCsv({ stays, checks }: ShownFigures): string {
  const { reports, compared } = stays
  const rows: [string, string, string | number][] = [
    ['arrivals', 'stays', stays.arrivals],
    ['arrivals', 'guests', stays.guests],
    ['arrivals', 'annulled', stays.annulled],
    ['in the house at the end of the day', 'stays', stays.inHouse.stays],
    ['in the house at the end of the day', 'guests', stays.inHouse.guests],
    ...stays.byHour.map((count, hour): [string, string, number] => ['arrivals by hour', `${hour}:00`, count]),
    ...stays.byClerk.map(({ name, guests }): [string, string, number] => ['guests by clerk', name, guests]),
    ['checks', 'accepted', checks.accepted],
    ['checks', 'refused by the clerk', checks.refused],
    ['checks', 'not decided', checks.shown],
    ['checks', 'disputed by the holder', checks.disputed],
    ['checks', 'median seconds', checks.medianSeconds ?? ''],
    ...stays.refused.map(({ code, count }): [string, string, number] => ['codes refused', code, count]),
    ['plastic cards', 'match', checks.cards.matches],
    ['plastic cards', 'do not match', checks.cards.differs],
    ['plastic cards', 'missing', checks.cards.missing],
    ['reports', 'received', reports.sent],
    ['reports', 'waiting', reports.waiting],
    ['reports', 'nightly comparison', compared?.state ?? 'not yet'],
  ]
  return writeCsv([['group', 'item', 'value'], ...rows])
}

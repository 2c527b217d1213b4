import { OpaqueValue } from '@nansha/localcloud/database/ejson'
import { type Examples, type ExpressionExample, gives, refused } from './example'

const sale = { date: new Date('2014-01-01T08:15:39.736Z') }
const newYear = new Date('2016-01-01T00:00:00Z')
/** Sunday, 14 August 2011 in Chicago. */
const chicago = { date: new Date('2011-08-14T05:00:00Z'), timezone: 'America/Chicago' }
/** Friday, 6 November 1998 four hours west of Greenwich. */
const west = { date: new Date('1998-11-07T00:00:00Z'), timezone: '-0400' }

/** What every part of a date has in common. */
const part = (name: string) => [
  gives({ [name]: null }, null),
  gives({ [name]: '$gone' }, null),
  gives({ [name]: { date: newYear, timezone: null } }, null),
  refused({ [name]: 'March 28, 1976' }, `${name} needs a date`),
  refused({ [name]: { date: newYear, timezone: 'Nowhere/City' } }, 'no time zone Nowhere/City'),
  refused({ [name]: { date: newYear, zone: 'UTC' } }, 'has no parameter zone'),
]

export const dates: Examples<ExpressionExample> = {
  $year: [
    gives({ $year: '$date' }, 2014, sale),
    gives({ $year: { date: new Date('2000-01-01T00:00:00Z'), timezone: '-0500' } }, 1999),
    ...part('$year'),
  ],
  $month: [
    gives({ $month: '$date' }, 1, sale),
    gives({ $month: { date: new Date('2000-01-01T00:00:00Z'), timezone: '-0500' } }, 12),
    ...part('$month'),
  ],
  $dayOfMonth: [
    gives({ $dayOfMonth: '$date' }, 1, sale),
    gives({ $dayOfMonth: chicago }, 14),
    gives({ $dayOfMonth: west }, 6),
    ...part('$dayOfMonth'),
  ],
  $dayOfWeek: [
    gives({ $dayOfWeek: '$date' }, 4, sale),
    gives({ $dayOfWeek: newYear }, 6),
    gives({ $dayOfWeek: chicago }, 1),
    gives({ $dayOfWeek: west }, 6),
    ...part('$dayOfWeek'),
  ],
  $dayOfYear: [
    gives({ $dayOfYear: '$date' }, 1, sale),
    gives({ $dayOfYear: chicago }, 226),
    gives({ $dayOfYear: west }, 310),
    gives({ $dayOfYear: new Date('2016-12-31') }, 366),
    ...part('$dayOfYear'),
  ],
  $hour: [
    gives({ $hour: '$date' }, 8, sale),
    gives({ $hour: { date: '$date', timezone: '+05:30' } }, 13, sale),
    gives({ $hour: chicago }, 0),
    ...part('$hour'),
  ],
  $minute: [
    gives({ $minute: '$date' }, 15, sale),
    gives({ $minute: { date: '$date', timezone: '+05:30' } }, 45, sale),
    ...part('$minute'),
  ],
  $second: [gives({ $second: '$date' }, 39, sale), ...part('$second')],
  $millisecond: [
    gives({ $millisecond: '$date' }, 736, sale),
    gives({ $millisecond: new Date(-1) }, 999),
    ...part('$millisecond'),
  ],
  $week: [
    gives({ $week: '$date' }, 0, sale),
    gives({ $week: new Date('2016-01-04') }, 1),
    gives({ $week: chicago }, 33),
    ...part('$week'),
  ],
  $isoDayOfWeek: [
    gives({ $isoDayOfWeek: newYear }, 5),
    gives({ $isoDayOfWeek: chicago }, 7),
    gives({ $isoDayOfWeek: west }, 5),
    ...part('$isoDayOfWeek'),
  ],
  $isoWeek: [
    gives({ $isoWeek: new Date('2016-01-04') }, 1),
    gives({ $isoWeek: newYear }, 53),
    gives({ $isoWeek: chicago }, 32),
    gives({ $isoWeek: west }, 45),
    ...part('$isoWeek'),
  ],
  $isoWeekYear: [
    gives({ $isoWeekYear: new Date('2015-05-26') }, 2015),
    gives({ $isoWeekYear: newYear }, 2015),
    gives({ $isoWeekYear: new Date('2014-12-31T00:00:00Z') }, 2015),
    gives({ $isoWeekYear: new OpaqueValue('$oid', '5f0000000000000000000001') }, 2020),
    ...part('$isoWeekYear'),
  ],
  $dateToString: [
    gives({ $dateToString: { date: '$date', format: '%Y-%m-%d' } }, '2014-01-01', sale),
    gives(
      { $dateToString: { date: '$date', format: '%H:%M:%S:%L%z', timezone: 'America/New_York' } },
      '03:15:39:736-0500',
      sale,
    ),
    gives(
      { $dateToString: { date: '$date', format: '%H:%M:%S:%L%z', timezone: '+04:30' } },
      '12:45:39:736+0430',
      sale,
    ),
    gives({ $dateToString: { date: '$date', format: '%Z', timezone: 'America/New_York' } }, '-300', sale),
    gives({ $dateToString: { date: '$date', format: '%Z', timezone: '+04:30' } }, '+270', sale),
    gives({ $dateToString: { date: '$date' } }, '2014-01-01T08:15:39.736Z', sale),
    gives(
      { $dateToString: { date: '$date', format: '%G-W%V-%u %j %U %w 100%%' } },
      '2014-W01-3 001 00 4 100%',
      sale,
    ),
    gives({ $dateToString: { date: '$gone', format: '%Y' } }, null),
    gives({ $dateToString: { date: null, format: '%Y', onNull: 'never' } }, 'never'),
    refused({ $dateToString: { date: '$date', format: '%Q' } }, 'does not know %Q', sale),
    refused({ $dateToString: { date: 'x', format: '%Y' } }, 'needs a date'),
  ],
  $dateFromParts: [
    gives({ $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12 } }, new Date('2017-02-08T12:00:00Z')),
    gives(
      { $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 } },
      new Date('2017-02-08T12:00:00Z'),
    ),
    gives(
      {
        $dateFromParts: {
          year: 2016,
          month: 12,
          day: 31,
          hour: 23,
          minute: 46,
          second: 12,
          timezone: 'America/New_York',
        },
      },
      new Date('2017-01-01T04:46:12Z'),
    ),
    gives({ $dateFromParts: { year: 2017, month: 14, day: 1, hour: 12 } }, new Date('2018-02-01T12:00:00Z')),
    gives({ $dateFromParts: { year: 2017, month: 0, day: 1, hour: 12 } }, new Date('2016-12-01T12:00:00Z')),
    gives({ $dateFromParts: { year: 2017, month: null } }, null),
    refused({ $dateFromParts: { year: 0 } }, 'a year from 1 to 9999'),
    refused({ $dateFromParts: { year: 2017, isoWeek: 1 } }, 'has no parameter isoWeek'),
    refused({ $dateFromParts: { year: 2017.5 } }, 'whole number'),
  ],
  $dateFromString: [
    gives(
      { $dateFromString: { dateString: '2017-02-08T12:10:40.787' } },
      new Date('2017-02-08T12:10:40.787Z'),
    ),
    gives(
      { $dateFromString: { dateString: '2017-02-08T12:10:40.787', timezone: 'America/New_York' } },
      new Date('2017-02-08T17:10:40.787Z'),
    ),
    gives({ $dateFromString: { dateString: '2017-02-08' } }, new Date('2017-02-08T00:00:00Z')),
    gives(
      { $dateFromString: { dateString: '2017-02-09T03:35:02.055', timezone: '+0530' } },
      new Date('2017-02-08T22:05:02.055Z'),
    ),
    gives(
      { $dateFromString: { dateString: '2019-05-14T09:38:51.686Z' } },
      new Date('2019-05-14T09:38:51.686Z'),
    ),
    gives({ $dateFromString: { dateString: null } }, null),
    refused({ $dateFromString: { dateString: 'x' } }, 'dates of ISO 8601'),
    refused({ $dateFromString: { dateString: '20177-02-09T03:35:02.055' } }, 'dates of ISO 8601'),
    refused({ $dateFromString: { dateString: '2017-02-30' } }, 'not in the calendar'),
    refused({ $dateFromString: { dateString: '2017-02-08T12:10:40Z', timezone: 'UTC' } }, 'not both'),
    refused({ $dateFromString: { dateString: '06-15-2018', format: '%m-%d-%Y' } }, 'has no parameter format'),
  ],
}

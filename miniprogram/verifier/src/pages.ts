/** The app's pages by what they are for; the platform wants whole paths. */
export const PAGES = {
  desk: '/desk/index',
  check: '/check/index',
  join: '/join/index',
  checks: '/checks/index',
  staff: '/manage/staff/index',
  officer: '/manage/officer/index',
  freeze: '/manage/freeze/index',
  stays: '/stays/list/index',
  stay: '/stays/stay/index',
  arrive: '/stays/arrive/index',
  admit: '/stays/admit/index',
  day: '/stays/day/index',
  shift: '/stays/shift/index',
  rooms: '/stays/rooms/index',
  looks: '/stays/looks/index',
} as const

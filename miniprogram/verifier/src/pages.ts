/** The app's pages by what they are for; the platform wants whole paths. */
export const PAGES = {
  desk: '/pages/desk/index',
  check: '/pages/check/index',
  join: '/pages/join/index',
  checks: '/pages/checks/index',
  staff: '/manage/staff/index',
  officer: '/manage/officer/index',
} as const

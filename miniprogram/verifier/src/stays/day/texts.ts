export const DAY_TEXTS = {
  figures: { zh: '当日统计', en: 'Daily figures' },
  day: { zh: '日期', en: 'Day' },
  byHour: { zh: '各时段入住（时）', en: 'Arrivals by hour' },
  hour: { zh: '{hour}点{count}间', en: '{hour}:00, {count}' },
  byClerk: { zh: '各员工核验', en: 'By clerk' },
  refused: { zh: '未通过的核验', en: 'Refused checks' },
  inHouse: {
    zh: '当日结束时在住 {stays} 间，{guests} 位',
    en: 'In the house at the end of the day: {stays} rooms, {guests} guests',
  },
  annulled: { zh: '撤销登记 {count} 条', en: 'Entries annulled: {count}' },
  checks: {
    zh: '核验：通过 {accepted}，未通过 {refused}',
    en: 'Checks: {accepted} accepted, {refused} refused',
  },
  disputed: { zh: '本人否认 {count} 次', en: '{count} disputed by the holder' },
  median: { zh: '每次核验用时（中位数）{seconds} 秒', en: 'Median time per check: {seconds} s' },
  cards: {
    zh: '改查原件：相符 {matches}，不符 {differs}，未带 {missing}',
    en: 'Physical cards: {matches} match, {differs} do not, {missing} missing',
  },
  download: { zh: '下载表格（CSV）', en: 'Download as CSV' },
  downloadFailed: { zh: '没有保存成功，请重试。', en: 'It could not be saved. Try again.' },
  reports: { zh: '报送：已收 {sent}，待报 {waiting}', en: 'Reports: {sent} received, {waiting} waiting' },
  equal: { zh: '夜间对账：一致', en: 'Nightly comparison: records match' },
  different: {
    zh: '夜间对账：不一致，补报 {missing}，对方多出 {unknown}',
    en: 'Nightly comparison: {missing} sent again, {unknown} known only to the police',
  },
  noComparison: { zh: '夜间对账：尚未进行', en: 'Nightly comparison: not done yet' },
} as const

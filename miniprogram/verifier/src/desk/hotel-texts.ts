export const TEXTS = {
  failed: {
    zh: '暂时读不到住客情况，不影响核验。',
    en: 'The guest list cannot be loaded right now. Checks still work.',
  },
  unreported: {
    zh: '{count} 条登记尚未报送公安机关（最早 {time}）。系统会自动重试；超过2小时请电话告知派出所。',
    en: 'Not yet received by the police: {count} (the oldest from {time}). Reports are sent again automatically. If this lasts more than two hours, call the police station.',
  },
  different: {
    zh: '{days} 的登记与公安机关不一致，缺少的已自动补报。请联系管理员核对。',
    en: 'The records of {days} differ from those of the police. What was missing has been sent again. Tell your manager.',
  },
  comma: { zh: '、', en: ', ' },
  waiting: { zh: '已核验，待分房', en: 'Checked, no room yet' },
  overdue: { zh: '逾期未退房', en: 'Overdue' },
  leaving: { zh: '今日离店', en: 'Leaving today' },
  arrivedToday: { zh: '今日已入住 {count} 间', en: 'Checked in today: {count} rooms' },
  here: { zh: '在住', en: 'In house' },
  otherDocument: { zh: '没有手机的客人：其他证件、儿童', en: 'No phone: other documents, children' },
  shift: { zh: '交接班', en: 'Shift handover' },
  rooms: { zh: '房态', en: 'Rooms' },
  day: { zh: '当日统计', en: 'Daily figures' },
} as const

/** How long there is to report a guest from abroad. */
export const CLOCK_TEXTS = {
  clock: {
    zh: '境外住客：须在 {time} 前报送，还剩 {left}',
    en: 'Guest from abroad: report due by {time}, {left} left',
  },
  clockOver: {
    zh: '境外住客：报送已超过24小时期限（{time}）。请立即电话告知派出所。',
    en: 'Guest from abroad: the 24-hour deadline passed {time}. Call the police station now.',
  },
  hoursLeft: { zh: '{hours} 小时 {minutes} 分', en: '{hours}\u00a0h {minutes}\u00a0min' },
  minutesLeft: { zh: '{minutes} 分', en: '{minutes}\u00a0min' },
  room: { zh: '{room} 房', en: 'Room {room}' },
} as const

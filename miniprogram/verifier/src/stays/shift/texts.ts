export const SHIFT_TEXTS = {
  shift: { zh: '交接班', en: 'Shift' },
  beginShift: { zh: '开始当班', en: 'Start my shift' },
  takeOver: { zh: '已阅读，接班', en: 'I have read this: take over' },
  ownShift: { zh: '我的班次，自 {time}', en: 'My shift, since {time}' },
  endShift: { zh: '交班', en: 'Hand over' },
  shiftNote: { zh: '给下一班的话（可不填）', en: 'Note for the next shift (optional)' },
  shiftNoteHint: {
    zh: '未报送、提醒和在住数会自动写入。',
    en: 'Unreported records, open warnings and the number of rooms in use are added automatically.',
  },
  handedBy: { zh: '{name} 交班', en: 'Handed over by {name}' },
  leftHere: { zh: '在住 {count} 间', en: 'Occupied rooms: {count}' },
  leftUnreported: { zh: '未报送 {count} 条', en: 'Unreported: {count}' },
  leftWarnings: { zh: '未处理的提醒 {count} 条', en: 'Open warnings: {count}' },
  leftOverdue: { zh: '逾期未退房 {count} 间', en: 'Overdue: {count}' },
  leftWaiting: { zh: '待分房 {count} 位', en: 'Without a room: {count}' },
} as const

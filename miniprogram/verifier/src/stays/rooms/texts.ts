export const ROOMS_TEXTS = {
  rooms: { zh: '房态', en: 'Rooms' },
  roomsLead: { zh: '空房 {free} 间，在住 {taken} 间', en: '{free} free, {taken} occupied' },
  roomsNone: {
    zh: '还没有登记本店的房号。请管理员填写；没有填写也可以办理入住。',
    en: 'No rooms have been listed yet. A manager can list them; guests can be checked in without a list.',
  },
  roomFree: { zh: '空房', en: 'Free' },
  roomTaken: { zh: '在住 {count} 位', en: '{count} guests' },
  roomTakenOne: { zh: '在住 1 位', en: '1 guest' },
  roomUnlisted: { zh: '不在房号表中', en: 'Not on the list' },
  roomEdit: { zh: '填写本店房号', en: 'List the rooms' },
  roomList: { zh: '全部房号', en: 'All rooms' },
  roomListHint: {
    zh: '用逗号或换行分开，连续的可以写 101-120。',
    en: 'Separate them with commas or line breaks. 101-120 stands for every room from 101 to 120.',
  },
  roomListMalformed: {
    zh: '有看不懂的房号，或超过 2000 间。',
    en: 'Some entries are not room numbers, or there are more than 2000.',
  },
} as const

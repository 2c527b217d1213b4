import type { Text } from '@nansha/kit/i18n/fill-text'
import type { GuestKind } from '@nansha/shared/guest-report/guest-report'
import type { StayState } from '@nansha/shared/stays/stay-states'

export const TEXTS = {
  loading: { zh: '正在读取…', en: 'Loading…' },
  again: { zh: '刷新', en: 'Refresh' },
  more: { zh: '显示更多', en: 'Show more' },

  // Lists
  title: { zh: '住客', en: 'Guests' },
  which: { zh: '显示', en: 'Show' },
  search: { zh: '查找', en: 'Find' },
  searchHint: { zh: '房号、姓名、证件后四位或日期', en: 'Room, name, last four digits or date' },
  none: { zh: '没有符合的记录。', en: 'No matching records.' },
  until: { zh: '{day} 离店', en: 'Departure: {day}' },
  room: { zh: '房号', en: 'Room' },
  roomIs: { zh: '{room} 房', en: 'Room {room}' },
  guests: { zh: '{name} 等 {count} 位', en: '{name} and {others} more' },
  noRoom: { zh: '待分房', en: 'No room yet' },

  // Arrival
  arrive: { zh: '办理入住', en: 'Check in' },
  party: { zh: '入住客人', en: 'Guests' },
  ending: { zh: '尾号 {last4}', en: 'ends in {last4}' },
  minor: { zh: '未成年人', en: 'Under 18' },
  nights: { zh: '住几晚', en: 'Nights' },
  nightsUntil: { zh: '{count} 晚，{day} 离店', en: '{count} nights, departure: {day}' },
  oneNight: { zh: '1 晚，{day} 离店', en: '1 night, departure: {day}' },
  fewer: { zh: '少一晚', en: 'One night fewer' },
  moreNights: { zh: '多一晚', en: 'One night more' },
  confirmArrival: { zh: '确认入住', en: 'Check in' },
  addToRoom: { zh: '加入 {room} 房', en: 'Add to room {room}' },
  addByScan: { zh: '再加一位：扫码', en: 'Add a guest: scan' },
  addByDocument: { zh: '再加一位：其他证件、儿童', en: 'Add a guest: other document, child' },
  turnAway: { zh: '移除', en: 'Remove' },
  turnAwayNow: { zh: '确认移除 {name}', en: 'Yes, remove {name}' },
  nobody: { zh: '还没有核验过的客人。', en: 'No guest has been checked yet.' },
  arrived: { zh: '已入住 {room}', en: 'Checked in to {room}' },
  queued: {
    zh: '{count} 位客人已登记，将自动报送公安机关，无需再录入。',
    en: '{count} registered. They are reported to the police automatically; nothing more needs typing.',
  },
  next: { zh: '下一位客人', en: 'Next guest' },
  toStay: { zh: '查看登记', en: 'Show the record' },
  home: { zh: '返回首页', en: 'Home' },

  // A minor
  duties: { zh: '未成年人入住登记：{name}', en: 'Guest under 18: {name}' },
  dutiesLead: {
    zh: '依《未成年人保护法》第五十七条，以下各项都要询问并登记。',
    en: 'Article 57 of the Law on the Protection of Minors requires all of this.',
  },
  guardian: { zh: '监护人姓名', en: 'Guardian’s name' },
  contact: { zh: '监护人电话', en: 'Guardian’s phone number' },
  reached: { zh: '是否联系上监护人', en: 'Was the guardian reached?' },
  reachedYes: { zh: '已联系，监护人知情', en: 'Yes, and they know of the stay' },
  reachedNo: { zh: '未能联系上', en: 'No' },
  relation: { zh: '与同住人的关系', en: 'Relation to the others in the room' },
  suspicion: { zh: '有无可疑情况', en: 'Is anything wrong?' },
  suspicionNone: { zh: '没有', en: 'No' },
  suspicionYes: { zh: '有，已报警（110）并联系监护人', en: 'Yes: 110 was called and the guardian told' },
  visitors: {
    zh: '已告知：加强访客管理，非同住人员进入房间须登记。',
    en: 'The party has been told that visitors are checked and must register before entering the room.',
  },
  dutiesDone: { zh: '以上已办，保存', en: 'All done: save' },

  // One stay
  stay: { zh: '住宿登记', en: 'Stay' },
  trail: { zh: '变更记录', en: 'Changes' },
  changeRoom: { zh: '换房', en: 'Change the room' },
  newRoom: { zh: '新房号', en: 'New room' },
  extend: { zh: '续住或改离店日期', en: 'Change the departure date' },
  newDay: { zh: '新的离店日期', en: 'New departure date' },
  dayHint: { zh: '例如 2026-12-01', en: 'For example 2026-12-01' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  depart: { zh: '退房', en: 'Check out' },
  departNow: { zh: '确认 {room} 房退房', en: 'Yes, check out {room}' },
  leaves: { zh: '先行离店', en: 'Check out early' },
  leavesNow: { zh: '确认 {name} 先行离店', en: 'Yes, check out {name}' },
  correct: { zh: '更正登记', en: 'Correct the record' },
  annul: { zh: '撤销登记（录错时）', en: 'Annul (entered by mistake)' },
  annulLead: {
    zh: '撤销不会删除记录：原登记、原因和经办人都会保留，并告知公安机关。客人已住过的请办退房。',
    en: 'Nothing is deleted: the entry, the reason and your name stay, and the police are told. If the guests did stay, check them out instead.',
  },
  annulWhy: { zh: '撤销原因', en: 'Why' },
  annulNow: { zh: '确认撤销 {room} 房登记', en: 'Yes, annul the entry of room {room}' },
  checkedBy: { zh: '核验：{name} {time}', en: 'Checked by {name}, {time}' },
  byAuthority: { zh: '公安机关', en: 'Police' },

  // Shifts
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

  // Rooms
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
    en: 'Separate them by commas or line breaks. 101-120 stands for every room from 101 to 120.',
  },
  roomListMalformed: {
    zh: '有看不懂的房号，或超过 2000 间。',
    en: 'Some entries are not room numbers, or there are more than 2000.',
  },
  roomUnknownHint: {
    zh: '{room} 不在本店房号表中，请核对。',
    en: '{room} is not on the list of rooms. Check the number.',
  },
  roomTakenHint: {
    zh: '{room} 房已有客人。同住的请到那条登记里加人；确是另一批客人可继续。',
    en: 'Room {room} is occupied. If the new guests share it, add them to that stay. If they are a separate party, continue.',
  },
  toThatStay: { zh: '打开那条登记', en: 'Open that stay' },

  // Who looked
  looks: { zh: '查看记录', en: 'Viewing log' },
  looksLead: {
    zh: '谁在什么时候看过哪条住宿登记或名单。同一分钟内的多次查看记一次。',
    en: 'Who viewed which stay or list, and when. Views within the same minute count as one.',
  },
  looksOfStay: { zh: '谁看过这条登记。', en: 'Who viewed this stay.' },
  looksCount: { zh: '被查看 {count} 次', en: 'Viewed {count} times' },
  looksOnce: { zh: '被查看 1 次', en: 'Viewed once' },
  searched: { zh: '查找“{search}”', en: 'Searched for “{search}”' },

  // Documents
  admit: { zh: '其他证件登记', en: 'Other documents' },
  admitLead: {
    zh: '请看证件原件，与本人比对后录入。完整号码只报送公安机关，本机不保存。',
    en: 'Look at the document, compare it with the person, then copy it. The full number goes to the police only and is not kept here.',
  },
  kind: { zh: '证件', en: 'Document' },
  name: { zh: '姓名', en: 'Name' },
  idNumber: { zh: '公民身份号码', en: 'Resident number' },
  idNumberChild: { zh: '公民身份号码（没有可不填）', en: 'Resident number (empty if none)' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  address: { zh: '住址', en: 'Address' },
  number: { zh: '证件号码', en: 'Document number' },
  from: { zh: '国家或地区代码（如 HKG、MAC、TWN）', en: 'Country or region (HKG, MAC, TWN, …)' },
  sex: { zh: '性别', en: 'Sex' },
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
  birthdate: { zh: '出生日期', en: 'Date of birth' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  mrz: { zh: '机读码（资料页底部两行）', en: 'The two lines at the bottom of the photo page' },
  visaKind: { zh: '签证种类', en: 'Visa type' },
  visaNumber: { zh: '签证号码', en: 'Visa number' },
  visaUntil: { zh: '签证有效期至', en: 'Visa valid until' },
  entryDay: { zh: '入境日期', en: 'Date of entry' },
  entryPort: { zh: '入境口岸', en: 'Port of entry' },
  purpose: { zh: '停留事由', en: 'Purpose of the stay' },
  leavesDay: { zh: '拟离境日期', en: 'Planned departure from China' },
  abroad: {
    zh: '境外人员须在入住后24小时内报送。办理入住后系统立即报送。',
    en: 'Guests from abroad are reported within 24 hours. The report is sent as soon as they are checked in.',
  },
  compared: { zh: '已核对本人与证件，登记', en: 'Person and document match: register' },
  dayMalformed: { zh: '请按 2026-12-01 的格式填写。', en: 'Enter dates as 2026-12-01.' },

  // Figures
  figures: { zh: '当日统计', en: 'Daily figures' },
  day: { zh: '日期', en: 'Day' },
  arrivals: { zh: '入住 {count} 间，{guests} 位', en: 'Arrived: {count} rooms, {guests} guests' },
  byHour: { zh: '各时段入住（时）', en: 'Arrivals by hour' },
  hour: { zh: '{hour}点{count}间', en: '{hour}:00, {count}' },
  byClerk: { zh: '各员工核验', en: 'By clerk' },
  refused: { zh: '未通过的核验', en: 'Refused checks' },
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

export const LISTS = {
  waiting: TEXTS.noRoom,
  here: { zh: '在住', en: 'In house' },
  leaving: { zh: '今日离店', en: 'Leaving today' },
  overdue: { zh: '逾期未退房', en: 'Overdue' },
  departed: { zh: '已退房', en: 'Left' },
} as const

export const STATES: Readonly<Record<StayState, Text>> = {
  arrived: { zh: '在住，待报送', en: 'In house, not reported yet' },
  reported: { zh: '在住，已报送', en: 'In house, reported' },
  corrected: { zh: '在住，变更待报送', en: 'In house, change not reported yet' },
  departed: { zh: '已退房，待报送', en: 'Left, not reported yet' },
  annulled: { zh: '已撤销，待报送', en: 'Annulled, not reported yet' },
  'annulment-reported': { zh: '已撤销，已报送', en: 'Annulled, reported' },
  'departure-reported': { zh: '已退房，已报送', en: 'Left, reported' },
}

export const CAUSES: Readonly<Record<string, Text>> = {
  arrival: { zh: '入住', en: 'Arrival' },
  room: { zh: '换房', en: 'Room' },
  extension: { zh: '离店日期', en: 'Departure date' },
  'guest-added': { zh: '增加客人', en: 'Guest added' },
  'guest-corrected': { zh: '更正登记', en: 'Corrected' },
  'guest-left': { zh: '先行离店', en: 'Checked out early' },
  departure: { zh: '退房', en: 'Check-out' },
  annulment: { zh: '撤销登记', en: 'Annulled' },
  receipt: { zh: '已收到报送', en: 'Report received' },
}

export const ANNUL_TEXTS = {
  'nobody-stayed': { zh: '客人没有入住', en: 'Nobody stayed' },
  'entered-twice': { zh: '重复登记', en: 'Entered twice' },
  'wrong-guests': { zh: '登记错人', en: 'Wrong guests' },
} as const

export const KINDS: Readonly<Record<GuestKind, Text>> = {
  nansha: { zh: '南沙身份', en: 'Nansha ID' },
  card: { zh: '居民身份证', en: 'Resident ID card' },
  permit: { zh: '港澳台或外国人居留证件', en: 'Residence permit' },
  passport: { zh: '护照', en: 'Passport' },
  child: { zh: '儿童（无证件或户口簿）', en: 'Child without a card' },
}

export const RELATION_TEXTS = {
  parent: { zh: '父母', en: 'Parents' },
  guardian: { zh: '其他监护人', en: 'Another guardian' },
  relative: { zh: '亲属', en: 'Relatives' },
  teacher: { zh: '老师、教练', en: 'A teacher or coach' },
  friend: { zh: '同学、朋友', en: 'Friends' },
  stranger: { zh: '无亲属关系的成年人', en: 'Unrelated adults' },
  alone: { zh: '独自入住', en: 'Nobody (alone)' },
} as const

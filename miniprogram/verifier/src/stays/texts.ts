import type { Text } from '@nansha/kit/i18n/fill-text'
import { COMMON } from '@nansha/kit/texts/common'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
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
  roomIs: { zh: '{room} 房', en: 'Room {room}' },
  guests: { zh: '{name} 等 {count} 位', en: '{name} and {others} more' },
  noRoom: { zh: '待分房', en: 'No room yet' },

  // Arrival
  ending: { zh: '尾号 {last4}', en: 'ends in {last4}' },
  minor: { zh: '未成年人', en: 'Under 18' },
  addByScan: { zh: '再加一位：扫码', en: 'Add a guest: scan' },
  addByDocument: { zh: '再加一位：其他证件、儿童', en: 'Add a guest: other document, child' },

  // One stay
  stay: { zh: '住宿登记', en: 'Stay' },
  trail: { zh: '变更记录', en: 'Changes' },
  changeRoom: { zh: '换房', en: 'Change the room' },
  newRoom: { zh: '新房号', en: 'New room' },
  extend: { zh: '续住或改离店日期', en: 'Change the departure date' },
  newDay: { zh: '新的离店日期', en: 'New departure date' },
  dayHint: { zh: '例如 2026-12-01', en: 'Such as 2026-12-01' },
  save: { zh: '保存', en: 'Save' },
  cancel: COMMON.cancel,
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
    en: 'Look at the document, compare it with the person, then enter its details. The full number goes to the police only and is not kept here.',
  },
  kind: { zh: '证件', en: 'Document' },
  name: CLAIM_LABELS.name,
  idNumber: { zh: '公民身份号码', en: 'Resident number' },
  idNumberChild: { zh: '公民身份号码（没有可不填）', en: 'Resident number (empty if none)' },
  ethnicity: CLAIM_LABELS.ethnicity,
  address: CLAIM_LABELS.address,
  number: { zh: '证件号码', en: 'Document number' },
  from: { zh: '地区代码（HKG、MAC、TWN）', en: 'Region (HKG, MAC or TWN)' },
  latinName: { zh: '姓名（拉丁字母，与证件一致）', en: 'Name in Latin letters, as on the card' },
  chineseName: { zh: '中文姓名（证件上没有可不填）', en: 'Chinese name (empty if the card has none)' },
  nationality: { zh: '国籍代码（3个字母，如 CAN）', en: 'Nationality (3 letters, for example CAN)' },
  sex: CLAIM_LABELS.sex,
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
  birthdate: CLAIM_LABELS.birthdate,
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
  arrivals: { zh: '入住 {count} 间，{guests} 位', en: 'Arrived: {count} rooms, {guests} guests' },
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
  permit: { zh: '港澳台居民居住证', en: 'Hong Kong, Macao or Taiwan permit' },
  'permanent-resident': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
  passport: { zh: '护照', en: 'Passport' },
  child: { zh: '儿童（无证件或户口簿）', en: 'Child without a card' },
}

import type { ScenarioName } from '@nansha/shared/scenarios'

/** A place of the demo where an ID is shown, with one companion phone. */
export interface DemoDesk {
  /** The openid of the clerk who holds its companion. */
  readonly profile: string
  readonly organisation: { readonly zh: string; readonly en: string }
  readonly scenario: ScenarioName
  /** Its button's label. */
  readonly place: { readonly zh: string; readonly en: string }
  /** Its staff may enrol people who come with the physical card. */
  readonly enrols: boolean
  readonly role: 'clerk' | 'manager'
  readonly staff: string
}

/** Every scenario once, in the order shown. */
export const DESKS: readonly [DemoDesk, ...DemoDesk[]] = [
  {
    profile: 'desk1',
    organisation: { zh: '南沙明珠酒店', en: 'Nansha Pearl Hotel' },
    scenario: 'hotel',
    place: { zh: '酒店', en: 'Hotel' },
    enrols: false,
    role: 'clerk',
    staff: '前台 01',
  },
  {
    profile: 'gate1',
    organisation: { zh: '南沙北站', en: 'Nansha North Station' },
    scenario: 'gate',
    place: { zh: '车站', en: 'Station' },
    enrols: false,
    role: 'clerk',
    staff: '检票口 03',
  },
  {
    profile: 'hall1',
    organisation: { zh: '南沙政务服务中心', en: 'Nansha Service Hall' },
    scenario: 'counter',
    place: { zh: '政务大厅', en: 'Hall' },
    enrols: true,
    role: 'manager',
    staff: '5号窗口',
  },
  {
    profile: 'bank1',
    organisation: { zh: '南沙湾银行', en: 'Nansha Bay Bank' },
    scenario: 'bank',
    place: { zh: '银行', en: 'Bank' },
    enrols: false,
    role: 'clerk',
    staff: '柜员 01',
  },
  {
    profile: 'cinema1',
    organisation: { zh: '南沙影城', en: 'Nansha Cinema' },
    scenario: 'age',
    place: { zh: '影院', en: 'Cinema' },
    enrols: false,
    role: 'clerk',
    staff: '售票 02',
  },
  {
    profile: 'police1',
    organisation: { zh: '南沙交警大队', en: 'Nansha Traffic Police' },
    scenario: 'roadside',
    place: { zh: '路查', en: 'Police' },
    enrols: false,
    role: 'clerk',
    staff: '执勤 021',
  },
  {
    profile: 'rental1',
    organisation: { zh: '南沙出行租车', en: 'Nansha Car Rental' },
    scenario: 'car-rental',
    place: { zh: '租车', en: 'Car rental' },
    enrols: false,
    role: 'clerk',
    staff: '门店 01',
  },
  {
    profile: 'pharmacy1',
    organisation: { zh: '南沙大药房', en: 'Nansha Pharmacy' },
    scenario: 'medical',
    place: { zh: '药店', en: 'Pharmacy' },
    enrols: false,
    role: 'clerk',
    staff: '收银 01',
  },
]

import type { SpecimenHousehold } from '@nansha/shared/api/specimen'
import { SPECIMEN_PEOPLE, type SpecimenPerson } from './specimen-people'

/** A synthetic child, and whom the specimen register of households names as guardians, by their ids. */
export interface SpecimenChild {
  readonly person: SpecimenPerson
  readonly guardians: readonly (SpecimenHousehold['guardians'][number] & { readonly id: string })[]
}

const guardian = (id: string, relation: SpecimenHousehold['guardians'][number]['relation']) => {
  const person = SPECIMEN_PEOPLE.find((one) => one.id === id)
  if (!person) throw new Error(`${id} is not among the specimen people.`)
  return { id, idNumber: person.number, relation }
}

/** Children for the demo, of the drawn person and of two of the cast. */
export const SPECIMEN_CHILDREN: readonly SpecimenChild[] = [
  {
    person: {
      id: 'chen-xiaoyu',
      name: '陈小雨',
      sex: 'female',
      ethnicity: '汉',
      birth: '2018-09-16',
      address: '广东省广州市南沙区黄阁镇麒麟新城3栋1204房',
      number: '440115201809163705',
      authority: '广州市公安局南沙分局',
      validFrom: '2024-03-01',
      validUntil: '2029-03-01',
    },
    guardians: [guardian('chen-zhiming', 'father'), guardian('li-wanqing', 'mother')],
  },
  {
    person: {
      id: 'zhao-xiaozhou',
      name: '赵小舟',
      sex: 'male',
      ethnicity: '回',
      birth: '2021-04-02',
      address: '广东省广州市南沙区横沥镇明珠湾大道6号A座1503室',
      number: '440115202104026094',
      authority: '广州市公安局南沙分局',
      validFrom: '2024-06-01',
      validUntil: '2029-06-01',
    },
    guardians: [guardian('zhao-lin', 'mother')],
  },
]

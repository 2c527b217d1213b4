import type { SpecimenDocuments } from '@nansha/shared/api/specimen'
import type { DrivingLicence } from '@nansha/shared/documents/driving-licence'
import type { SpecimenPerson } from './specimen-people'

/** The drivers among the specimen people: one licence is good, the points of the other are full. All others have none. */
const LICENCES: Readonly<
  Record<string, Pick<DrivingLicence, 'penalty_points' | 'licence_status' | 'file_number'>>
> = {
  'li-wanqing': { penalty_points: 3, licence_status: 'normal', file_number: '440100951102' },
  'zhao-lin': { penalty_points: 12, licence_status: 'points-full', file_number: '440100980816' },
}

/** What the specimen registries of documents know of a synthetic citizen; all of it is invented. */
export function documentsOf(person: SpecimenPerson): SpecimenDocuments {
  const { id, name, sex, birth, address, number } = person
  const licence = LICENCES[id]
  return {
    ...(licence && {
      'driving-licence': {
        document_number: number,
        name,
        sex,
        birthdate: birth,
        nationality: 'CHN',
        address,
        driving_privileges: [{ vehicle_category_code: 'C1', issue_date: '2017-06-08' }],
        first_issue_date: '2017-06-08',
        valid_from: '2023-06-08',
        valid_until: '2033-06-08',
        issuing_authority: '广东省广州市公安局交通警察支队',
        ...licence,
      },
    }),
    'social-security-card': {
      social_security_number: number,
      name,
      card_number: `A${number.slice(6, 14)}`,
      issuing_region: '440115',
      issuing_authority: '广州市人力资源和社会保障局',
      issue_date: '2019-03-01',
      valid_until: '2039-03-01',
      bank_name: '南沙湾银行',
      bank_account_last4: number.slice(6, 10),
      card_status: 'normal',
    },
  }
}

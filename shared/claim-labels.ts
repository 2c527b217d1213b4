import type { ClaimName } from './claims'

/** How each claim is called on every screen and in the metadata of credentials, in the order in which a card is read. */
export const CLAIM_LABELS = {
  portrait: { zh: '照片', en: 'Photo' },
  name: { zh: '姓名', en: 'Name' },
  id_number_last4: { zh: '身份号码末四位', en: 'Last four of the number' },
  id_number: { zh: '身份号码', en: 'Resident number' },
  sex: { zh: '性别', en: 'Sex' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  birthdate: { zh: '出生日期', en: 'Date of birth' },
  nationality: { zh: '国籍', en: 'Nationality' },
  chinese_name: { zh: '中文姓名', en: 'Chinese name' },
  address: { zh: '住址', en: 'Address' },
  card_validity: { zh: '证件有效期', en: 'Card valid until' },
  'age_equal_or_over.18': { zh: '是否年满18周岁', en: 'Aged 18 or over' },
  licence_status: { zh: '驾驶证状态', en: 'Licence status' },
  vehicle_classes: { zh: '准驾车型', en: 'Vehicle classes' },
  licence_valid_until: { zh: '驾驶证有效期至', en: 'Licence valid until' },
  licence_first_issued: { zh: '初次领证日期', en: 'Licence first issued' },
  social_security_number: { zh: '社会保障号码', en: 'Social security number' },
  social_security_card_number: { zh: '社会保障卡卡号', en: 'Card number' },
  social_security_card_status: { zh: '社会保障卡状态', en: 'Card status' },
  guardian_name: { zh: '监护人', en: 'Guardian' },
  guardian_relation: { zh: '监护关系', en: 'Guardian’s relation' },
} as const satisfies Readonly<Record<ClaimName, { readonly zh: string; readonly en: string }>>

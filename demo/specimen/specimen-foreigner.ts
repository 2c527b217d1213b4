import type { EmblemSideText } from './draw-emblem-side'
import type { PermanentSideText } from './draw-permanent-side'

export interface SpecimenForeigner extends PermanentSideText, EmblemSideText {
  id: string
}

/**
 * A synthetic foreign permanent resident of the demo, with a name that needs two rows. She is not real: the sequence of the
 * number was chosen here.
 */
export const SPECIMEN_FOREIGNER: SpecimenForeigner = {
  id: 'anna-maria',
  name: 'VAN DER BERG-JOHANSSON, ANNA MARIA',
  chineseName: '白安娜',
  sex: 'female',
  birth: '1986-04-17',
  nationality: { zh: '瑞典', code: 'SWE' },
  number: '944752198604179027',
  authority: '中华人民共和国国家移民管理局',
  validFrom: '2024-03-11',
  validUntil: '2034-03-11',
  document: 'permanent-resident-card',
}

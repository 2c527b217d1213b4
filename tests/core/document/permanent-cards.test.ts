import { expect, test } from 'vitest'
import { expectPermanent, readPermanentEmblem } from '#support/read-permanent-card'

test.each([
  ['in two rows above a Chinese one', 'VAN DER BERG-JOHANSSON, ANNA MARIA ELISABETH', '白安娜', 'quarter'],
  [
    'in three rows and no Chinese one',
    'WIJEWARDENA MUDIYANSELAGE, THARUSHI NILAKSHI PRIYANGANI',
    '',
    'plain',
  ],
])(
  'the card of a foreign permanent resident is read with a name %s: %s, %s, %s',
  async (_, name, chineseName, shot) => {
    await expectPermanent({ name, chineseName }, shot)
  },
)

test('the other side of that card is known by its title, and has no validity', async () => {
  const { document, fields } = await readPermanentEmblem('perspective')
  expect(document).toBe('permanent-resident-card')
  expect(Object.keys(fields)).toEqual(['authority'])
  expect(fields.authority.value).toBe('中华人民共和国国家移民管理局')
})

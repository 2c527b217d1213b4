import { type Edges, oneOf, text, whole } from './edges'

const a = (count: number) => 'a'.repeat(count)

export const ID = text([a(16), 'AZaz09_-'.repeat(8)], ['', a(15), a(65), `${a(16)}.`, `${a(16)}\n`])
export const DIGEST = text([a(43)], ['', a(42), a(44), `${a(42)}=`])
export const FILE = text(
  ['cloud://a', `cloud://${a(400)}`],
  ['', 'cloud://', `cloud://${a(401)}`, 'https://a', 'cloud://a b', 'cloud://张', ' cloud://a'],
)
export const JWS = text(
  ['a.b.c', `a.b.${a(4092)}`],
  ['', 'a.b', 'a.b.', 'a..c', '.b.c', 'a.b.c.d', 'a.b.c ', 'a.b.ü', `a.b.${a(4093)}`],
)
export const SECONDS = whole(0, 4_294_967_295)
export const NAME = text(
  ['李明', '李'.repeat(40), `李${' '.repeat(255)}`],
  ['', ' ', '李1', '李'.repeat(41), `李${' '.repeat(256)}`],
)
export const NUMBER = text(['1', '1'.repeat(32), ' 1 '], ['', ' ', '1'.repeat(33)])
export const GROUP = text(
  ['汉', '汉'.repeat(10), `汉${' '.repeat(63)}`],
  ['', '汉'.repeat(11), `汉${' '.repeat(64)}`],
)
export const ADDRESS = text(
  ['南', '南'.repeat(120), `南${' '.repeat(511)}`],
  ['', '南'.repeat(121), `南${' '.repeat(512)}`, '南\u202e沙'],
)
const NO_DAYS = ['', '2041-02-29', '2040-2-9', 'longterm', ' 2040-02-29']
export const DAY = text(['2040-02-29'], ['long-term', ...NO_DAYS])
export const VALIDITY = text(['2040-02-29', 'long-term'], NO_DAYS)
export const COUNTRY = text(['CHN', ' gbr '], ['', 'CN', 'CHNA', 'C1N'])
export const SIDE = oneOf('portrait', 'emblem')

/** Text of so many characters at most, each of which a reader sees. */
export const shown = (most: number): Edges =>
  text(['a', a(most), ` ${a(most)} `], ['', ' ', '-', a(most + 1), 'a\u202eb', 'a\nb', 'a\u200bb'])

/** Text of anything, so long at most. @param least shortest that is accepted */
export const upTo = (most: number, least = 0): Edges =>
  text([a(most), a(least)], least > 0 ? [a(most + 1), a(least - 1)] : [a(most + 1)])

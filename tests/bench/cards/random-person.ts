import { ETHNIC_GROUPS } from '@nansha/shared/ethnic-groups'
import { createResidentNumber } from '@nansha/shared/resident-number'
import type { CardText } from '#demo/specimen/draw-card'
import { between, type Random } from '#demo/specimen/seeded-random'

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟'
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文宇浩然子轩梓涵欣怡雨桐思远嘉懿晨曦俊熙若彤钰淇翀赟旻'
/** Region codes of GB/T 2260 with the words that an address there begins with. */
const PLACES: readonly (readonly [region: string, words: string])[] = [
  ['110105', '北京市朝阳区'],
  ['310115', '上海市浦东新区'],
  ['440115', '广东省广州市南沙区'],
  ['440305', '广东省深圳市南山区'],
  ['510107', '四川省成都市武侯区'],
  ['610113', '陕西省西安市雁塔区'],
  ['230103', '黑龙江省哈尔滨市南岗区'],
  ['530102', '云南省昆明市五华区'],
  ['650102', '新疆维吾尔自治区乌鲁木齐市天山区'],
  ['450103', '广西壮族自治区南宁市青秀区'],
  ['330106', '浙江省杭州市西湖区'],
  ['420106', '湖北省武汉市武昌区'],
]
const ROADS = [
  '建国路',
  '人民东路',
  '解放北路',
  '中山大道',
  '科技园南区',
  '兴隆镇和平村',
  '幸福里',
  '滨海大街',
  '梧桐巷',
  '学府路',
]
const RARE_GROUPS = 0.5

/** A citizen who does not exist, with a card text of ordinary variety. */
export function randomPerson(random: Random): CardText {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const count = (low: number, high: number) => Math.floor(between(random, low, high + 1))
  const [region, words] = pick(PLACES)
  const sex = pick(['male', 'female'] as const)
  const birth = new Date(Date.UTC(count(1945, 2008), count(0, 11), count(1, 28))).toISOString().slice(0, 10)
  const given = Array.from({ length: count(1, 2) }, () => pick([...GIVEN])).join('')
  const house = pick([
    () => `${count(1, 299)}号`,
    () => `${count(1, 99)}号院${count(1, 20)}号楼${count(1, 6)}单元${count(1, 30)}0${count(1, 8)}室`,
    () => `${count(1, 999)}弄${count(1, 40)}栋${count(1, 32)}0${count(1, 6)}`,
    () => `${count(1, 12)}组${count(1, 99)}号附${count(1, 9)}号`,
  ])()
  return {
    name: pick([...SURNAMES]) + given,
    sex,
    ethnicity: random() < RARE_GROUPS ? pick(ETHNIC_GROUPS) : '汉',
    birth,
    address: words + pick(ROADS) + house,
    number: createResidentNumber({ region, birthdate: birth, sex }, random),
  }
}

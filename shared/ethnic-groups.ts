import { characterCount, isHan, plainText } from './plain-text'

/** The 56 ethnic groups in the order of GB/T 3304-1991 (code 01–56), in the short form printed on the card. */
export const ETHNIC_GROUPS: readonly string[] = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
  '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
  '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ')

/** Whether `name` is one of the 56 as the card prints it (`汉`, not `汉族`). */
export function isEthnicGroup(name: string): boolean {
  return ETHNIC_GROUPS.includes(name)
}

/** Characters of the longest group that a card prints, with room. */
const LONGEST_GROUP = 10

/** The form that the card prints of what people type: `汉族` is `汉`; a group that is none of the 56 stays as it is. */
export function normaliseEthnicGroup(text: string): string {
  const name = plainText(text)
  const short = name.endsWith('族') ? name.slice(0, -1) : name
  return isEthnicGroup(short) ? short : name
}

/**
 * Whether a card can print this as its holder's ethnic group: one of the 56, or a word such as 穿青人 or 其他 for people
 * who are registered as members of none.
 */
export function isPrintedGroup(name: string): boolean {
  const count = characterCount(name)
  return count > 0 && count <= LONGEST_GROUP && [...name].every(isHan)
}

/** What somebody who reads little reads on a control without a sign. */
export const FEW_CHARACTERS = 16

/** What stands on a card or is a language's own name. */
export const OWN_CHINESE = ['简体中文', '语言', '陈志明', '黄建国', '陈', '黄'] as const

import type * as Port from './picture'

export const discardPicture: typeof Port.discardPicture = ({ src }) => URL.revokeObjectURL(src)

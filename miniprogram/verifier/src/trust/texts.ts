export const TEXTS = {
  age: { zh: '本机数据更新于：{age}', en: 'Data on this device updated: {age}' },
  old: {
    zh: '已 {hours} 小时未联网更新。请尽快联网，满24小时后不能离线核验。',
    en: 'Not updated for {hours} hours. Go online soon: after 24 hours, offline checks stop.',
  },
  none: {
    zh: '本机还没有离线数据，现在只能联网核验。请保持联网，数据会自动下载。',
    en: 'This device has no offline data, so it cannot check anything without a network. Stay online; the data downloads by itself.',
  },
  tooOld: {
    zh: '离线数据已超过24小时，不能再用。请联网更新。',
    en: 'The offline data is more than 24 hours old and can no longer be used. Go online to update it.',
  },
} as const

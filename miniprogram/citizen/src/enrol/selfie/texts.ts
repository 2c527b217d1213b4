export const TEXTS = {
  title: { zh: '请本人面对镜头', en: 'Face the camera' },
  hint: {
    zh: '脸放进椭圆，正对光线；摘下口罩和墨镜，画面里只有您',
    en: 'Keep your face in the oval, facing the light. No mask or sunglasses, and only you in view',
  },
  check: { zh: '脸部完整、清晰吗？', en: 'Is your whole face in the photo, and sharp?' },
  onlyInWeChat: {
    zh: '这里由微信进行人脸核身，只能在手机微信的小程序中办理（微信须为较新版本）；也可以到柜台办理。',
    en: 'WeChat verifies your face in this step. Open this mini-program in an up-to-date WeChat on a phone, or go to a counter.',
  },
  needsNetworkId: {
    zh: '提交时还要用“国家网络身份认证”App确认，请先安装并申领网证；没有的话可以到柜台办理。',
    en: 'To submit, you also confirm in the National Network ID app (国家网络身份认证). Install it and set up your network ID first. If you do not have one, go to a counter.',
  },
  preparing: { zh: '正在准备…', en: 'Preparing…' },
  checking: { zh: '正在检查拍得是否清楚…', en: 'Checking that you can be seen clearly…' },
  stay: {
    zh: '通常只要几秒，请保持页面打开。',
    en: 'This usually takes a few seconds. Please keep this page open.',
  },
  slow: {
    zh: '比平时慢一些，仍在检查。您也可以先继续，提交时再检查。',
    en: 'This is taking longer than usual. You can also go on, and it is checked when you submit.',
  },
  kept: {
    zh: '刚才拍的还在，不用重拍。',
    en: 'What was just taken is kept. You do not have to be filmed again.',
  },
  skip: { zh: '先继续，提交时再检查', en: 'Go on, and check when submitting' },
  counter: { zh: '不方便拍照？到柜台办理', en: 'Cannot take a photo? Go to a counter' },
} as const

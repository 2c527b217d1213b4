/// <reference types="@tarojs/taro" />
declare module '*.scss'
declare module '*.wasm' {
  const url: string
  export default url
}
declare module '*.bin' {
  const url: string
  export default url
}

/// <reference types="@tarojs/taro" />
declare module '*.scss'
declare module '*.wasm' {
  const url: string
  export default url
}

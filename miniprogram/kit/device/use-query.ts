import { useRouter } from '@tarojs/taro'

/** @returns the parameters this page was opened with; decoded, and not to be trusted. */
export function useQuery(): Readonly<Record<string, string | undefined>> {
  return useRouter().params
}

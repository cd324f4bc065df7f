import { z } from 'zod'

/** Digits only: a blank is not port 0, and 0x50 is not port 80. */
const port = z
  .string()
  .regex(/^\d{1,5}$/, '须是端口号')
  .transform(Number)
  .refine((n) => n <= 65535, '须是端口号')

const settings = z.object({
  PORT: port.default(8787),
  HOST: z.string().min(1, '不能为空').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, '不能为空').default('./data'),
  DEFAULT_REGION: z.string().default(''),
  RETENTION_DAYS: z.coerce
    .number('须是天数')
    .int('须是天数')
    .min(1, '须是天数')
    .max(36_500, '须是天数')
    .default(180),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: '须是http或https地址' }).optional(),
  EMBEDDING_BASE_URL: z
    .url({ protocol: /^https?$/, error: '须是http或https地址' })
    // fetch refuses such an address.
    .refine((url) => !URL.canParse(url) || new URL(url).username === '', '不能带用户名和密码')
    .optional(),
  EMBEDDING_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, '只能是可见的ASCII字符')
    .optional(),
  EMBEDDING_MODEL: z.string().optional(),
})
export type Config = z.infer<typeof settings>

/** A setting that cannot be used; the message names every bad one, and what it should be. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the settings out of an environment. Values are never repeated in the error: they may be secrets. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = settings.safeParse(given)
  const missing = missingFrom(EMBEDDING, given)
  if (result.success && missing.length === 0) return result.data
  const issues = result.error?.issues ?? []
  const bad = [...issues.map((issue) => `${issue.path.join('.')}：${issue.message}`), ...missing]
  throw new ConfigError(`设置有误：${bad.join('；')}`)
}

/** Settings that say something only together; an endpoint on one's own machine needs no key. */
const EMBEDDING = { all: ['EMBEDDING_BASE_URL', 'EMBEDDING_MODEL'], optional: ['EMBEDDING_API_KEY'] }

function missingFrom({ all, optional }: typeof EMBEDDING, given: Record<string, unknown>): string[] {
  if (![...all, ...optional].some((name) => name in given)) return []
  return all.filter((name) => !(name in given)).map((name) => `${name}：没有设置`)
}

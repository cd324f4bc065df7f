import { z } from 'zod'

/** What can go wrong at the edge, each with its HTTP status and its Chinese title. */
const PROBLEMS = {
  'malformed-json': [400, '请求不是有效的JSON'],
  'not-found': [404, '没有找到'],
  'too-large': [413, '请求太大'],
  'unsupported-media-type': [415, '须是application/json'],
  'invalid-fields': [422, '请求的字段有误'],
  unavailable: [503, '服务暂时不可用'],
  internal: [500, '服务出错'],
} as const
export type ProblemCode = keyof typeof PROBLEMS

export interface FieldError {
  path: string
  message: string
}

/** A failure that a caller is told about; never carries a stack, a secret or anybody's words. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly errors: FieldError[]
  constructor(code: ProblemCode, detail: string, errors: FieldError[] = []) {
    super(detail)
    this.code = code
    this.errors = errors
  }
  get status() {
    return PROBLEMS[this.code][0]
  }
  toJSON() {
    const [status, title] = PROBLEMS[this.code]
    const errors = this.errors.length > 0 ? { errors: this.errors } : {}
    return { type: `urn:jiangce:problem:${this.code}`, title, status, detail: this.message, ...errors }
  }
}

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

/** The issues of a rejected body as `{ path, message }`, with the path as a caller would write it. */
export function fieldErrors(error: z.ZodError, prefix: PropertyKey[] = []): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path].map(String)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: '没有这个字段' }))
    }
    if (issue.code === 'invalid_union') {
      const best = issue.errors.find((issues) => !issues.some(isWrongType))
      if (best !== undefined) return fieldErrors(new z.ZodError(best), path)
    }
    return [{ path: path.join('.'), message: chinese(issue) }]
  })
}

/** A union fails in every branch; those that wanted another type say nothing useful about this value. */
const isWrongType = (issue: z.core.$ZodIssue): boolean => {
  if (issue.path.length > 0) return false
  return (
    issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((branch) => branch.some(isWrongType)))
  )
}

const messagesIn = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'invalid_union' ? issue.errors.flat().flatMap(messagesIn) : [issue.message]

const isChinese = (message: string): boolean => /[\u4e00-\u9fff]/.test(message)

function chinese(issue: z.core.$ZodIssue): string {
  const written = messagesIn(issue).find(isChinese)
  if (written !== undefined) return written
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_union':
      return '缺少或类型不对'
    case 'too_small':
      return issue.origin === 'string' ? '不能为空' : `不能小于${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' ? `不能超过${issue.maximum}个字符` : `不能大于${issue.maximum}`
    case 'invalid_format':
      return issue.format === 'date' ? '须是真实存在的日期，写作YYYY-MM-DD' : '格式不对'
    case 'invalid_value':
      return `须是其中之一：${issue.values.join('、')}`
    default:
      return '值不合要求'
  }
}

import { stripTypeScriptTypes } from 'node:module'
import { parseAst } from 'vite'

/** One small change to a module that some test has to notice. */
export interface Mutant {
  /** File, function, operator and snippet: stable when lines move. */
  key: string
  file: string
  line: number
  change: string
  /** The whole module, types stripped, with the change. */
  code: string
}

interface Node {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

interface Edit {
  operator: string
  node: Node
  start: number
  end: number
  text: string
}

const COMPARISONS: Record<string, string[]> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
}
const BINARY: Record<string, string[]> = {
  ...COMPARISONS,
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
}
const LOGICAL: Record<string, string> = { '&&': '||', '||': '&&', '??': '&&' }
const METHODS: Record<string, string[]> = {
  gt: ['gte', 'lt'],
  gte: ['gt', 'lt'],
  lt: ['lte', 'gt'],
  lte: ['lt', 'gt'],
  plus: ['minus'],
  minus: ['plus'],
  times: ['plus'],
  some: ['every'],
  every: ['some'],
  find: ['findLast'],
}
/** Calls whose answer is turned round. */
const NEGATED = new Set(['eq', 'includes'])
const ASSIGNMENTS: Record<string, string> = { '+=': '-=', '-=': '+=' }

/** Every mutant of a TypeScript module. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const code = stripTypeScriptTypes(source)
  const seen = new Map<string, number>()
  const mutants: Mutant[] = []
  walk(parseAst(code) as unknown as Node, [], (node, above) => {
    for (const edit of editsOf(node, code)) {
      const snippet = source.slice(edit.node.start, edit.node.end).replace(/\s+/g, ' ').slice(0, 100)
      const base = [file, functionOf(above), edit.operator, snippet].join(' # ')
      const count = (seen.get(base) ?? 0) + 1
      seen.set(base, count)
      mutants.push({
        key: count === 1 ? base : `${base} # ${count}`,
        file,
        line: code.slice(0, edit.start).split('\n').length,
        change: `${code.slice(edit.start, edit.end).replace(/\s+/g, ' ').slice(0, 80)} → ${edit.text.replace(/\s+/g, ' ').slice(0, 80)}`,
        code: code.slice(0, edit.start) + edit.text + code.slice(edit.end),
      })
    }
  })
  return mutants
}

function walk(node: Node, above: Node[], visit: (node: Node, above: Node[]) => void): void {
  visit(node, above)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string')
        walk(child as Node, [...above, node], visit)
    }
  }
}

function functionOf(above: Node[]): string {
  const names = above.flatMap((node) => {
    const named =
      node.type === 'FunctionDeclaration' || node.type === 'VariableDeclarator'
        ? (node.id as { name?: string } | null)
        : null
    return named?.name ?? []
  })
  return names[0] ?? 'module'
}

function editsOf(node: Node, code: string): Edit[] {
  const text = (each: Node) => code.slice(each.start, each.end)
  const between = (left: Node, right: Node, operator: string, replacement: string): Edit => {
    const start = code.indexOf(operator, left.end)
    if (start < 0 || start >= right.start)
      throw new Error(`no ${operator} between ${text(left)} and ${text(right)}`)
    return {
      operator: `${operator} to ${replacement}`,
      node,
      start,
      end: start + operator.length,
      text: replacement,
    }
  }
  const whole = (operator: string, replacement: string, each = node): Edit => ({
    operator,
    node: each,
    start: each.start,
    end: each.end,
    text: replacement,
  })

  if (node.type === 'BinaryExpression') {
    const operator = node.operator as string
    return (BINARY[operator] ?? []).map((other) =>
      between(node.left as Node, node.right as Node, operator, other),
    )
  }
  if (node.type === 'LogicalExpression') {
    const operator = node.operator as string
    return [between(node.left as Node, node.right as Node, operator, LOGICAL[operator] as string)]
  }
  if (node.type === 'AssignmentExpression') {
    const other = ASSIGNMENTS[node.operator as string]
    return other === undefined
      ? []
      : [between(node.left as Node, node.right as Node, node.operator as string, other)]
  }
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return [whole('drop !', text(node.argument as Node))]
  if (node.type === 'Literal' && typeof node.value === 'boolean')
    return [whole('boolean', String(!node.value))]
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression' || node.type === 'WhileStatement')
    return negated(node.test as Node, text, whole)
  return node.type === 'CallExpression' ? callEdits(node, text, whole) : []
}

type Whole = (operator: string, replacement: string, each?: Node) => Edit

/** A comparison, a negation and a boolean call have mutants of their own. */
function negated(test: Node, text: (node: Node) => string, whole: Whole): Edit[] {
  const own =
    (test.type === 'BinaryExpression' && (test.operator as string) in COMPARISONS) ||
    test.type === 'UnaryExpression'
  const callee =
    test.type === 'CallExpression'
      ? ((test.callee as Node).property as { name?: string } | undefined)?.name
      : undefined
  return own || (callee !== undefined && NEGATED.has(callee))
    ? []
    : [whole('negate', `!(${text(test)})`, test)]
}

function callEdits(node: Node, text: (node: Node) => string, whole: Whole): Edit[] {
  const callee = node.callee as Node
  const property =
    callee.type === 'MemberExpression' && callee.computed === false
      ? (callee.property as Node & { name: string })
      : null
  if (property === null) return []
  const { name } = property
  // Big.round and the like take other arguments; only the closed set is renamed.
  const renamed = (METHODS[name] ?? []).map(
    (other): Edit => ({
      operator: `${name} to ${other}`,
      node,
      start: property.start,
      end: property.end,
      text: other,
    }),
  )
  const turned = NEGATED.has(name) ? [whole(`not ${name}`, `!${text(node)}`)] : []
  const dropped = name === 'filter' ? [whole('drop filter', text(callee.object as Node))] : []
  return [...renamed, ...turned, ...dropped]
}

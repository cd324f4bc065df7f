/** 那还是说包头吧, 还是这三个项目: held on to, not asked. */
export const STILL =
  /(?<=^(?:好吧?|行吧?|算了|嗯|哦|那|那就)?[，,]?)还是|(?<=^|[，,。；;]|那)还是(?=[\d一二两三四五六七八九十百]+[个名人位年万]|说|看|讲|聊|问|按|算|用|回到?|这|那|原来|刚才|前面|同样|一样)/gu

/** What a message asks with; without any of it, it tells. */
export const ASKING =
  /[多几]少?|什么|哪|吗|怎|咋|啥|呢|能|谁|有没有|是否|补|奖|还是|津贴|待遇|政策|资助|规定|查(?![了过到])|帮|写|说|\?|不$|没$|吧[?？]?$|〔|(\p{Script=Han})[不没]\1|[不没][，,。?？!]/u

/** Whether a message asks anything. */
export const asks = (text: string): boolean => ASKING.test(text.replace(STILL, ''))

/** 那首席的呢: a word in the place of another. */
export const ELLIPTIC = /^(?:.{1,14}|那.{1,22}[条块项])呢[?？。!！]*$/u

/** 那被指定成集训基地呢，还是这三个项目: what it asks stands in the question before, whatever it adds. */
export function leavesOut(text: string): boolean {
  if (ELLIPTIC.test(text)) return true
  const [, head = '', tail = ''] =
    /^((?:那|要是|如果|换成|改成|还有).{1,26}?)呢(?:[?？。!！]*|[,，](.{1,16}))$/u.exec(text) ?? []
  return head !== '' && !OPEN.test(head) && !OPEN.test(tail)
}

const OPEN = /多少|几[个多]?[钱万块成]|什么|啥|哪|谁|怎|吗|多久|[没不][?？]?$|(\p{Script=Han})[不没]\1/u

/** 优胜奖是多少来着: too short to name what it asks about. */
export const asksBriefly = (text: string): boolean => text.length < WHOLE && /多少|几[钱万块]/u.test(text)

/** 那涨工资那条呢, 这条谁负责: a clause as such. */
export const OF_CLAUSE = /[那这该]一?条/u

/** 这条谁牵头, 具体找谁: about what was just answered, not about a matter of its own. */
export const pointsBack = (text: string): boolean => text.length <= 20 && POINTING.test(text)

const POINTING =
  /^(?:那么?|请问|还有)?[,，]?(?:它|[这那该此](?:[个条项件笔块份些]|一[条项笔])?(?:事情?|钱|政策|规定|奖[励金]?|补[贴助]|活|资金|经费|工作|方面)?)?(?:[的都又该有,，]|到底|具体|最后|主要|应该|一般)*(?:是?谁|是?哪|归|由|找|责任|牵头|主管|有关|[什啥]么?部门|从|打|走|几[家个])/u

/** 这政策哪些单位出的文: the document that was answered from. */
export const pointsAtDocument = (text: string): boolean =>
  /[这那该]一?[个份项]?(?:政策|文件|意见|方案|办法|通知|规定)/u.test(text)

/** 换个事, 顺便问下: something else is asked about from here on. */
export const TURNS = /换个(?:事|问题|话题)|另外|另问|还有(?:个|件|一)|再问|对了|插一句|顺便|顺带|别的/u

/** 接着说刚才那个班: back to what was asked before the last question. */
export const RETURNS =
  /回到|接着说|接着[^，,。；;]{1,8}[这那](?:个|件|档子)?(?:事|块|茬)|(?:说|转|绕)回|回头(?:说|再)|(?:刚才|刚刚|前面|先前|开头|一开始|最开始|最先|上面)(?:那|说|问|提|讲)|还是(?:说|看|讲|聊)|再(?:说|问)(?:一句|回|下)?(?:那个|刚才)|^(?:好|行|那)?[，,]?(?:再|还是|接着)(?:来)?(?:说|问|讲|看|聊)(?:说|回|下)?(?![^，,。；;]{0,3}(?:不|没|遍|次))[^，,。；;]{1,8}[，,]/u

/** The earlier question that shares most pairs of characters with a message that goes back to one. */
export function returnedTo(text: string, recent: string[]): string | undefined {
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
  const shared = (question: string) => pairs.filter((pair) => question.includes(pair)).length
  return recent.toReversed().toSorted((a, b) => shared(b) - shared(a))[0]
}

/** A question of its own, not a word or a number that goes on with the last one. */
export const speaksForItself = (text: string): boolean =>
  ASKING.test(text) && !ELLIPTIC.test(text) && text.length >= WHOLE

const WHOLE = 10

/** A question in full: what was asked before says nothing of it. */
export const isWhole = (text: string): boolean =>
  ASKING.test(text) &&
  !ELLIPTIC.test(text) &&
  text.length >= FULL &&
  !/[这那](?![期边里儿])|刚才|前面|上面|[他她它]/u.test(text)

const FULL = 15

/** 这十万从哪个口子出, 一年得带几个年轻人: the text tells, whoever meets its conditions. */
export const ASKS_WHICH = /谁|哪|几(?!次|乎)|多少|多久/u

/** 我是区里评出来的诸葛工匠，能享受啥: a title that somebody has asks for all that it brings. */
export const SAYS_WHO =
  /(?:^|[，,。；;])[我俺咱](?:就|也|现在)?(?:是|评上|当上|当选)[^，,。；;]{0,14}(?:工匠|技师|人才|[高中初]级工)/u

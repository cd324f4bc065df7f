const DIGITS = '零一二三四五六七八九'

/** 12 as 十二; numbers of three digits and more stay. */
function inWords(number: string): string {
  const [tens, ones] = [Math.floor(Number(number) / 10), Number(number) % 10]
  if (tens === 0) return DIGITS[ones] as string
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z%.,:;!?()]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

/** Ways to say the same: what is computed must not change. */
export const VARIANTS: [string, (message: string) => string][] = [
  ['width', fullWidth],
  [
    'numerals',
    (text) => text.replace(/(?<![\d.])([1-9]\d?)(?=[个名位人年])/gu, (_, number: string) => inWords(number)),
  ],
  ['politeness', (text) => `您好，麻烦问一下，${text}`],
  ['story', (text) => `我刚下夜班，路上堵得很。${text}`],
  ['thanks', (text) => `${text.replace(/[?？。]$/u, '')}？谢谢您了`],
  ['traditional', (text) => text.replace(/[补贴学徒奖励技师个万]/gu, (c) => TRADITIONAL[c] ?? c)],
  ['life', (text) => `我今年四十三了，在厂里干了二十一年，一个月到手五千六，房贷还有两千八。${text}`],
  ['staff', (text) => `我们厂一共320人，${text}`],
  ['output', (text) => `去年产值8000万，一年交税200来万，${text}`],
  ['spent', (text) => `前前后后花了12万，厂里自己又奖了5万，${text}`],
  ['others', (text) => `隔壁单位去年拿了80万，${text}`],
  ['apart', (text) => [...text].join(' ')],
  ['invisible', (text) => [...text].join('\u200b')],
  [
    'county',
    (text) =>
      text
        .replace(/包头市?(?![\u4e00-\u9fff]{0,4}[区旗县镇]|[工钢一])/u, '包头昆区')
        .replace(/金华市?(?![\u4e00-\u9fff]{0,4}[区县市镇]|[工大杰])/u, '金华金东区'),
  ],
  ['forwarded', (text) => `【来电登记】市民来电咨询：${text.replace(/。$/u, '')}，请答复。`],
  ['in a hurry', (text) => `急急急！${text}在线等`],
  ['at the office', (text) => `上午去人社局排了两个小时队，窗口3号的小姑娘让我在这上面问。${text}`],
  ['tail', (text) => `${text.replace(/[。?？]$/u, '')}？我下周三要去办，手机尾号6678`],
  ['twice', (text) => `${text} ${text}`],
  ['pictures', (text) => text.replace(/[，。]/gu, '😂')],
  ['dots', (text) => text.replace(/，/gu, '……')],
  ['blanks', (text) => text.replace(/[，。？！、；：,?!;:]/gu, ' ')],
  ['no signs', (text) => text.replace(/[，。？！、；：,?!;:]/gu, '')],
  ['in digits', (text) => text.replace(/(?<![\d.])(\d+)万(?![\d一-十元]?\d)/gu, '$10000')],
  ['look-alikes', (text) => text.replace(/贴|学徒|技师|育经费/gu, (word) => LOOKALIKES[word] ?? word)],
]
const LOOKALIKES: Record<string, string> = { 贴: '帖', 学徒: '学徙', 技师: '技帅', 育经费: '肓经费' }
const TRADITIONAL: Record<string, string> = {
  补: '補',
  贴: '貼',
  学: '學',
  奖: '獎',
  励: '勵',
  师: '師',
  个: '個',
  万: '萬',
}

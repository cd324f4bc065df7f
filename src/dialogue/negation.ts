const BEFORE =
  /(?:(?<!有)没(?:有|得|拿到?|评上|经过?|获得?)?|不(?:是|在|算|属于|够|符合|搞|发|设|办|做|给|实施)|未|并非|非|无)[^，,。；;!?不没]{0,6}$/u
const AFTER = /^[^，,。；;!?]{0,4}?(?:都)?(?:没(?:有|考|拿|过|通过|批|到)?|不(?:在|是|够|行|符合|算))(?!多)/u
/** 金奖不是给300万吗: held out as true, not denied. */
const RHETORICAL = /^[^，,。；;]{0,4}不是[^，,。；;!?]{0,14}[吗嘛么]/u
/** 有没有, 是不是, 能不能: asked, not denied. */
const ASKED = /有没有|是不是|能不能|算不算|在不在|够不够|没有吗/u

/** Whether what stands at a place is denied there: 不在紧缺目录里, 证没考下来, 荣誉都没有. */
export function isDenied(text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, start - 10), start)
  const after = text.slice(end, end + 8)
  if (ASKED.test(before.slice(-4)) || ASKED.test(after.slice(0, 5))) return false
  if (RHETORICAL.test(text.slice(end, end + 22))) return false
  return BEFORE.test(before) || AFTER.test(after)
}

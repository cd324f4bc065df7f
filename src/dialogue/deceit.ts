/** 怎么编、能不能补: what is asked for is the way to do it. */
const WAY =
  '怎么|怎样|咋|如何|能不能|可不可以|行不行|行吗|行不|成不|想|教|帮|要我|让我|叫我|逼我|先|哪儿?能|有没有(?:办法|法子|路子|门路)'
/** Not to be found out. */
const HIDING =
  '查不(?:出|到|着)|看不(?:出|穿|透)|瞧不出|(?<!会)不(?:会)?被(?:查|发现|看出|识破|抓)|(?:别|不)让.{0,6}(?:查|发现|看出|识破)|不露馅|露馅|穿帮|(?<!不[想会能]|不是|别)糊弄|蒙混|蒙过|混过|骗过|瞒过|瞒着人社|圆过去|做手脚|动手脚|以假乱真|像真的|像模像样|像样点|经得起查|稳不稳|稳当|稳妥|风险大不大|打点'
/** What is not there is made, or made more of. */
const MAKING =
  '编|捏造|造(?:假|个|几|一|名|份)|伪造|凑(?:人头|名单|数|够|足)|多(?:报|写|填|列)|虚(?:报|开|列|构)|谎报|瞒报|冒(?:充|名|领)|顶(?:名|替|包)|替(?:他|她|它|我|人|别人|徒弟|工人)们?(?:去)?考|代考|枪手|补(?:成|签|写|几|个|一)|改(?:成|大|高|写)|写(?:成|高|大)|P(?:一|个|图)|弄(?:个|份|几|出|点)|先给.{0,4}弄|倒签|套(?:补贴|取|出|点|现|钱)|骗|买(?:个|本|证|来的)'
/** 根本不存在的学徒: nobody is there, nothing was done. */
const ABSENT =
  '不存在|没(?:来|上|干|参加|开|办|在)(?:这|这儿|那)?(?:过|课|班|成)|没(?:考过|考上|考下|通过|来过|上过|干过|办过)|一天班|凭空|假(?:的)?|空的|走了的|离职的|辞职的|没有的'
/** What is shown to those who pay. */
const PROOF =
  '花名册|名册|名单|考勤|打卡|签到|登记[簿本]|台账|材料|合同|协议|流水|工资[条表单]|社保|证书|证明|发票|照片|人头|人次|学徒|学员|补贴|津贴|奖补|奖励|资助'

const any = (...parts: string[]) => new RegExp(parts.join('[^。；;]{0,24}'), 'u')
const group = (words: string) => `(?:${words})`

const PLANS: RegExp[] = [
  any(group(WAY), group(HIDING)),
  any(group(MAKING), group(HIDING)),
  any(group(HIDING), group(MAKING)),
  any(group(MAKING), group(ABSENT), group(PROOF)),
  any(group(ABSENT), group(WAY), group(MAKING)),
  any(group(ABSENT), group(MAKING), group(PROOF)),
  // 十五个人说成二十五个，名册咋整: a number made greater, and how to show it.
  /[\d一二三四五六七八九十两百][^。；;，,]{0,8}(?:说|写|报|填|补|凑|改|加)(?:成|到|够)[\d一二三四五六七八九十两百][^。；;]{0,12}(?:怎么|咋|如何|能不能|合适|自然)/u,
  new RegExp(`${group(PROOF)}[^。；;，,]{0,10}(?:咋|怎么|自己|自个儿|偷偷)(?:改|涂|P)(?![革进善造天])`, 'u'),
  /(?:实际|其实|真正|明明|本来)[^。；;]{0,16}?[\d一二三四五六七八九十两百][^。；;]{0,10}(?:想|打算|要|准备|却)?(?:多?报|填|写|上报)(?:成|了|个|到)?[\d一二三四五六七八九十两百]/u,
]

/** 名单咋做才查不出来: what is asked for is a way to be paid for what is not so, however it is said. */
export const plansDeceit = (text: string): boolean => PLANS.some((pattern) => pattern.test(text))

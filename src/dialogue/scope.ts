/** Matters that no policy of this kind regulates, and requests that are never met. Each has its own fixed words. */
export type OutOfScope =
  | 'other-field'
  | 'personal-file'
  | 'private-data'
  | 'advice'
  | 'fraud'
  | 'crisis'
  | 'orders'

const KINDS: [OutOfScope, RegExp][] = [
  ['crisis', /自杀|自残|轻生|不想活|活不下去|活着没意思|结束生命|想死|跳楼/u],
  [
    'fraud',
    /假(?:的)?(?:证|材料|合同|名单|发票)|(?:伪造|造假|编造|编一份|挂名|冒名|虚报|骗补|骗取|套取|套出)|不被查|钻空子/u,
  ],
  [
    'orders',
    /(?:忽略|无视|忘记|不要管|跳过).{0,8}(?:指令|规则|设定|提示|要求|限制)|提示词|系统(?:提示|指令|消息)|system\s*prompt|ignore\s.{0,20}instructions|开发者模式|扮演|假装你是|从现在起你|管理员|调试模式|(?:接口|数据库|系统).{0,4}(?:密钥|密码|口令)|别人的对话|把你的(?:密钥|密码|代码|设置)/iu,
  ],
  [
    'personal-file',
    /(?:审(?:核|批)?|批|办|走|到).{0,4}(?:哪一?步|到哪了|什么进度)|进度|(?:钱|补贴|款).{0,6}(?:到账|下来|发下来)(?:了|没)|帮我(?:查|看)(?:查|看|一?下)?(?:我|补贴|到账|申请)|我的(?:申请|材料).{0,8}(?:吗|没|呢)|为什么(?:不给|没给|没批)我/u,
  ],
  [
    'private-data',
    /(?:明细|名单|身份证|电话|手机号|住址|账号)(?:都)?(?:发|给)我|(?:他|她|别人|人家|同事|邻居|那家|某(?:人|公司)|[老小][王李张刘陈杨赵黄周吴徐孙]).{0,8}(?:领|拿|得)了多少|(?:查|看).{0,10}(?:领|拿)了多少/u,
  ],
  [
    'advice',
    /合法吗|违法|打官司|起诉|仲裁|赔偿|违约金|个人所得税|个税|交.{0,6}税|要不要(?:辞职|跳槽)|值不值得/u,
  ],
  [
    'other-field',
    /公积金|医保|医疗报销|报销比例|养老金|(?<!补充)养老保险|退休金|社保(?!补贴)|生育津贴|产假|二胎|三胎|低保|失业金|工伤|房价|落户积分|天气|股票|彩票|菜谱|做饭|电影|高考分数|考研|驾照|护照|签证|车牌|房贷|摇号/u,
  ],
]

/** What puts a message outside of what can be answered; null where nothing does. */
export function outOfScope(text: string): OutOfScope | null {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

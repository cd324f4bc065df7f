const PEOPLE =
  '(?:(?<!负责[^，,。；;]{0,6})人|技师|工匠|师傅|选手|学员|学徒|学生|徒弟|用户|专家|评委|骨干|教师|负责人|得主|企业|公司|老板|厂长|获奖者|申请者)'
/** What tells who somebody is or where they can be reached. */
const REACHED =
  '(?:手机号?码?|电话|微信号?|联系方式|联系办法|住址|家庭地址|通讯录|身份证号?|邮箱|花名册|银行卡号?)'
const HANDED =
  '(?:列|导|拉|抄|汇总|整理|打包|发|拷|提供|弄)(?:个|一?[份张下]|成|出|给|来|过来|我|好|全|单子|表格?|名单)'
/** 别人跟你聊的, 刚才那位问了啥: what others told the assistant. */
const OTHERS =
  '(?:别人|其他人|其他用户|旁人|人家|(?:前头|前面|刚才|刚刚|上午|下午|昨天|昨晚|早上|先前)(?:有?那?[个位]|来?的)|上一[个位]|有[个位])'
const TOLD_YOU = '(?:[跟和找问向同]你|来你这)[^，,。；;]{0,10}(?:聊|问|说|打听|咨询|讲|唠)'
const LOOKED = '(?:调|翻|看|瞧|瞅|发|念|贴|告诉|透露|给我|内容|记录|啥|什么)'

const SOMEBODY =
  '(?:[他她](?![们厂])|同[学事乡]|老乡|邻居|隔壁|对门|班长|亲戚|工友|室友|师[傅父兄弟姐]|徒弟|[老小](?![板家组企])[\u4e00-\u9fff])'
/** 是不是偷偷领了那五万, 到底拿没拿那笔钱: what somebody else was paid. */
const WAS_PAID =
  '(?:是不是|到底|究竟|有没有|是否|偷偷|悄悄|背着)[^，,。；;就能才可以该会]{0,8}(?:领|拿|得|收)(?:走|到|没[领拿得])?[了过走没]?[^，,。；;?？!！多少就都才也能证]{0,14}(?:钱|补贴|奖补|奖金|津贴|资助|[万千](?!.*多少))(?![^，,。；;]{0,4}(?:影响|才|就|还|也))'

const PRYING: RegExp[] = [
  new RegExp(`${SOMEBODY}[^，,。；;]{0,10}${WAS_PAID}`, 'u'),
  new RegExp(`${PEOPLE}[^。；;]{0,24}${REACHED}[^。；;]{0,12}${HANDED}`, 'u'),
  new RegExp(`${HANDED}[^。；;]{0,16}${PEOPLE}[^。；;]{0,12}${REACHED}`, 'u'),
  new RegExp(`${OTHERS}[^。；;]{0,12}${TOLD_YOU}[^。；;]{0,24}${LOOKED}`, 'u'),
]

/** 姓名手机号列个表: what is known of other people, or what they told. */
export const isPrying = (text: string): boolean => PRYING.some((pattern) => pattern.test(text))

/** 我考的那场成绩出来没, 他的证制好没有: one person's result or certificate. */
export const asksOwnResult = (text: string): boolean => RESULTS.some((pattern) => pattern.test(text))

const RESULTS: RegExp[] = [
  /考[^。；;]{0,16}(?:(?:成绩|分数?|结果)[^，,。；;]{0,8}(?:出来|多少分|几分|查|怎么?样|咋样)|及格了?(?:没|吗|不)|过线了?(?:没|吗)|考过(?:了)?没|(?:考|得)了?(?:多少|几)分)/u,
  /证[书件本]?[^，,。；;]{0,6}(?:制|印|办|做|打印|寄|发|批)(?:好|出来?|下来|到)了?(?:没有?|吗|不)(?=[,，。?？!！]|$)/u,
]

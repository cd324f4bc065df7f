const SURNAME =
  '[赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏姜谢邹章苏潘葛范彭鲁韦马方袁柳史唐薛雷贺倪罗郝毕常傅齐康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪项董梁杜阮蓝贾路江童颜郭梅林钟徐邱骆高夏蔡田胡凌霍万柯卢莫房丁邓洪包石崔龚程邢裴陆荣翁段侯宁武刘龙叶黎白蒲赖乔闻翟谭]'
/** 我叫张东阳: the name of somebody. */
const NAMES_SOMEBODY = new RegExp(`(?:叫做?|姓名[是为]?|名字[是叫]?|名叫|[我俺]是|本人)${SURNAME}$`, 'u')
/** 钢包头劳保鞋: the toe cap of a shoe. */
const TOE_CAP = /(?:(?<![包首鞍武宝])钢|防砸)$/u
const SHOE = /^的?(?:劳保|安全|工作|防砸)?(?:鞋|靴)/u

/** Whether what reads as a place's name is another word there. */
export const isNoPlace = (text: string, start: number, end: number): boolean => {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  return (
    NAMES_SOMEBODY.test(before) ||
    (text.slice(start, end) === '包头' && (TOE_CAP.test(before) || SHOE.test(after)))
  )
}

const DENIED_BEFORE =
  /(?:(?<!是)不(?:是|在)|并非|不算|(?:别|不|甭)(?:再)?(?:看|说|问|管|提|算|聊|按)(?:了)?)(?:我?[说问]的)?$/u
const DENIED_AFTER =
  /^(?:市|区|县|旗)?(?:[那这]?[个份边头条]?(?:的|里)?(?:先|就|都)?(?:不算(?!什么)|不对|错了|不问了?|不看了?|不说了?|作废|算了|拉倒|别管|放一?[边放]))(?=[^，,。；;]{0,2}(?:[，,。；;]|$))/u

/** 不是包头，是乌兰察布; 义乌那份不算: put right in the same breath. */
export const isDenied = (text: string, start: number, end: number): boolean =>
  DENIED_BEFORE.test(text.slice(0, start)) || DENIED_AFTER.test(text.slice(end))

/** 卖金华火腿的: goods that are called by a place. */
export const isOfGoods = (text: string, start: number, end: number): boolean =>
  /(?:卖|售|销|贩|批发|代理|经营|[做搞](?!过|了))$/u.test(text.slice(0, start)) &&
  /^(?![市区县省旗的这那本人])[^，,。；;]{1,8}的?(?=公司|企业|厂|店|老?师傅|人|[，,。；;])/u.test(
    text.slice(end),
  )

/** 山西太原人: where somebody was born. */
export const isNative = (text: string, start: number, end: number): boolean =>
  /(?:^|[，,。；;]|[我俺他她是])(?:个|一个)?(?:[\u4e00-\u9fff]{2,3}省?)?$/u.test(text.slice(0, start)) &&
  /^(?:市|省|区|县)?[\u4e00-\u9fff]{0,3}人(?:[，,。；;]|士)/u.test(text.slice(end))

const DENIAL =
  /((?:是|评上了?|评的是|当上了?|拿了|选上了?)(?:个)?)([^，,。；;、不没]{2,12})[，,]((?:我|俺|他|她)(?:自己|本人|倒|却|可|还)*)(不是|没评上|没选上|没当上|没拿到?|没有)(?=[，,。；;！!？?]|$)/gu

/** 我师父是诸葛工匠，我不是: what is denied in so few words is what the other one was said to be. */
export const withDenialSpelled = (text: string): string =>
  text.replace(
    DENIAL,
    (_, is: string, what: string, who: string, denies: string) => `${is}${what}，${who}${denies}${what}`,
  )

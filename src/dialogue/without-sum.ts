/** What asks for a sum, at the end of a breath. */
const SUM_ASKED =
  /(?:一共|总共|到底|大概|最[多少高低]|每[年月人个]|一?次性?)?(?:能|可以|可|会|该)?(?:[给补奖拿配贴领发得有是]|补贴|补助|奖励|资助|享受)*(?:[我你他她咱俺]们?|单位|厂里?|企业|公司|学校)?(?:到|个)?(?:多少|几|好多)(?:[万千百块元]|个(?=钱))*(?:钱|经费|补贴|奖金)?(?=$|[？?。！!，,；;啊呢呀])/gu

/** 诸葛工匠评上给几个钱 without what it asks: what another question goes on with. */
export const withoutSum = (text: string): string => text.replace(SUM_ASKED, '')

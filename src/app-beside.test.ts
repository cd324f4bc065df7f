import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

const answers = async (message: string) => amounts((await talk(message))[0])

describe('numbers beside the point', () => {
  describe('of another year', () => {
    test.each([
      ['乌海企业，前年教育经费70万，去年80万，就去年那笔，一线培训至少该占多少钱', ['480000—null元']],
      ['呼和浩特的厂子，教育经费2024年120万、2025年150万，问2025年那笔，一线不能少于多少', ['900000—null元']],
      [
        '金华，规上企业建的培训中心，全年刚好500人次，晋升高级工以上的100人次，前年只有300人次没拿到，今年能奖励多少',
        ['50000—50000元'],
      ],
      [
        '金华制造业企业，从杭州请来省里认定的领军人才，2025年申报的。他2024年薪酬24万，2025年30万，2026年33万。引才补贴三年总共多少',
        ['360000—360000元'],
      ],
      [
        '金华制造业企业，从上海引进省级认定的领军人才，今年申报，去年他年薪28万，前年才20万，三年引才补贴总共多少',
        ['420000—420000元'],
      ],
    ])('%s', async (message, expected) => {
      expect(await answers(message)).toEqual(expected)
    })
  })

  describe('of another thing, another giver, a ceiling or what was paid', () => {
    test.each([
      [
        '金华学校头一回列入省级公共实训基地建设项目，上级拨了300万，项目概算700万，市里配多少',
        ['3000000—3000000元'],
      ],
      [
        '金华制造企业，外省引进的省级领军人才，上年薪酬28万，猎头费花了5万，引才补贴三年合计多少',
        ['420000—420000元'],
      ],
      [
        '永康做五金制造的，外省引进的领军人才申报前一年薪酬40万，第一年引才补贴已经到账20万，整个三年下来总额是多少',
        ['500000—500000元'],
      ],
      [
        '金华制造企业市外引进的领军人才，去年工资22万，听说上限是50万，三年补贴总额是多少',
        ['330000—330000元'],
      ],
      ['武侯的诸葛工匠，省技能大赛得奖，省里奖了8万，公司奖了4万，区里配套多少', ['40000—40000元']],
    ])('%s', async (message, expected) => {
      expect(await answers(message)).toEqual(expected)
    })
  })

  describe('targets, and people where things are counted', () => {
    test.each([
      ['金华市每年安排50名左右高技能人才去国内高研班，我就一个人去，资助给我多少', ['null—10000元']],
      [
        '成都武侯区评诸葛工匠，五年要培育320名，我们公司今年评上三个，一次性奖励三个人总共多少',
        ['30000—30000元'],
      ],
      ['包头说要选100名首席技师，我是其中一个，奖补多少', ['100000—100000元']],
      ['金华的技师学院承办世赛全省选拔赛，4个工种，参赛选手160名，补助合计最多多少', ['null—800000元']],
      ['金华设了技能大师工作室，带了12个徒弟，经费支持最多多少', ['null—150000元']],
      ['永康的厂，弄了两个高技能人才（劳模）创新工作室，经费最多多少', ['null—20000元']],
    ])('%s', async (message, expected) => {
      expect(await answers(message)).toEqual(expected)
    })
  })

  test.each([
    ['我们在包头开厂的，现在有40个新型学徒，先不算总账，每个学徒一年政府给企业补多少', ['6000—8000元/人·年']],
    ['金华，企业认定了高技能人才33个，先不管总额，一个人头补多少', ['600—600元/人']],
  ])('a rate that is asked for although a count was told: %s', async (message, expected) => {
    expect(await answers(message)).toEqual(expected)
  })
})

import { expect, test } from 'vitest'
import { withoutStaff } from './staff.ts'

test('how many work in a firm counts nobody who wins an award', () => {
  expect(withoutStaff('三百二十人的中型企业，有个师傅选上首席技师')).toBe('企业，有个师傅选上首席技师')
  expect(withoutStaff('公司两百多人，评优秀技师给多少')).toBe('公司，评优秀技师给多少')
  expect(withoutStaff('磁材厂，两千多人，我爱人入选金华工匠')).toBe('磁材厂，我爱人入选金华工匠')
  expect(withoutStaff('老板带员工一共四十五个，诸葛工匠老何')).toBe('老板带员工一共，诸葛工匠老何')
  expect(withoutStaff('拢共七八个工人，我评上优秀技师')).toBe('我评上优秀技师')
  expect(withoutStaff('公司，人不多就二十个，小伙子世界技能大赛金牌')).toBe(
    '公司，人不多就，小伙子世界技能大赛金牌',
  )
  expect(withoutStaff('培训学校，老师十八个，够不够市级公共实训基地')).toBe(
    '培训学校，老师，够不够市级公共实训基地',
  )
  expect(withoutStaff('厂里二百多人有个工友评上的诸葛工匠')).toBe('厂里有个工友评上的诸葛工匠')
  expect(withoutStaff('作坊就他跟三个徒弟，刚入选金华杰出工匠')).toBe('作坊，刚入选金华杰出工匠')
})

test('where people are paid for, a size stands beside those who are counted', () => {
  expect(withoutStaff('员工三百八，安排15个人去国内高研班')).toBe('员工，安排15个人去国内高研班')
  expect(withoutStaff('规模五六十人，引进一个领军人才')).toBe('规模，引进一个领军人才')
  expect(withoutStaff('车间30来人，选上首席技师的只有2个')).toBe('车间，选上首席技师的只有2个')
  for (const told of [
    '我们厂30个人，学徒制培训两年补多少',
    '汽配厂12人，药厂20人，评优秀技师的',
    '学徒制，新招职工12人，转岗职工8人，在岗职工5人，补多少',
    '出国培训，领军人才10人，教师12人，最高多少',
    '冠名班，6门课，学生52名',
    '我们公司3人，评上首席技师，一共多少',
    '班组5个人，都评上了优秀技师',
  ])
    expect(withoutStaff(told)).toBe(told)
})

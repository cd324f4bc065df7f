import { describe, expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { corpus as schema } from '../corpus/corpus.ts'
import { comesFromOutside, placesIn } from './place.ts'

const corpus = schema.parse(corpusJson)

describe('places', () => {
  test.each([
    ['昆区的厂', ['昆都仑区']],
    ['成都市武侯区', ['武侯区']],
    ['武汉青山区', ['武汉']],
    ['包头青山区', ['包头市青山区']],
    ['从杭州来义乌上班', ['义乌市']],
    ['包头和金华', ['包头市', '金华市']],
    ['不知道市里怎么规定', []],
    ['赤峰那边，厂里请的高级技师', ['赤峰市']],
    ['我说的是武汉的青山区', ['武汉']],
    ['银川的厂子，看你们包头补得挺高', ['银川']],
    ['看你们包头补得挺高', ['包头市']],
    ['家在丽水，离金华不远', ['丽水市']],
    ['武侯的厂', ['武侯区']],
    ['去年咱市评上的特级技师', []],
    ['汉中武侯镇上的铁匠', ['汉中']],
  ])('of %s are %j', (text, names) => {
    expect(placesIn(text, corpus).map(({ name }) => name)).toEqual(names)
  })

  test('tell who comes from outside: another city does, a county of the same does not', () => {
    expect(comesFromOutside('从杭州引进', corpus, '金华市')).toBe(true)
    expect(comesFromOutside('从义乌引进', corpus, '金华市')).toBe(false)
    expect(comesFromOutside('在金华', corpus, '金华市')).toBe(null)
  })
})

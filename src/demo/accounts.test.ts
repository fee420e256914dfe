import { expect, test, vi } from 'vitest'
import type { Day } from '../shared/dates.ts'
import { roles } from '../shared/roles.ts'
import { demoAccounts } from './accounts.ts'
import { generateCity } from './city.ts'

const on = '2026-11-23' as Day
vi.setConfig({ testTimeout: 60_000 })

test.each([{}, { persons: 400 }, { persons: 1500 }])(
  'there is one account per role, each another person of the city %o',
  (size) => {
    const accounts = demoAccounts(size)
    expect(accounts.map((account) => account.role)).toEqual([...roles])
    expect(new Set(accounts.map((account) => account.nip)).size).toBe(roles.length)
    expect(demoAccounts(size)).toEqual(accounts)
  },
)

test('the documented numbers stay: they are in the guide and in the journeys', () => {
  expect(demoAccounts().map((account) => account.nip)).toMatchInlineSnapshot(`
    [
      "198509182014041001",
      "197608032004042004",
      "197804272002031022",
      "198910082014042001",
      "197305112005012003",
      "198511102014122022",
      "198301122010032001",
    ]
  `)
})

test('their rows in the files are single and right', () => {
  const rows = [...generateCity({ on }).rows('data-utama')]
  for (const { nip, post } of demoAccounts()) {
    const own = rows.filter((row) => row.nipBaru === nip)
    expect(own.map((row) => row.jabatanNama)).toEqual([post])
    expect(own[0]!.kedudukanPnsId).toBe('01')
  }
})

test('the employee works for the supervisor, who leads 6 to 10 people in the office of the head', () => {
  const [employee, supervisor, head] = demoAccounts()
  const [first] = generateCity({ on }).rosters()
  const roster = first!
  const person = (nip: string) => roster.persons.find((one) => one.nip === nip)!
  const team = roster.persons.filter((one) => one.supervisor?.nip === supervisor!.nip)
  expect(team.map((one) => one.nip)).toContain(employee!.nip)
  expect(team.length).toBeGreaterThanOrEqual(6)
  expect(team.length).toBeLessThanOrEqual(10)
  expect(person(supervisor!.nip).unit.office!.id).toBe(head!.unitNationalId)
  expect(person(head!.nip).unit.service).toBe(true)
})

test('the employee misses hours this year and has been assessed by both', () => {
  const { nip } = demoAccounts()[0]!
  const city = generateCity({ on, clean: true })
  const hours = [...city.rows('rw-kursus')]
    .filter((row) => row.nipBaru === nip && row.tahunKursus === '2026')
    .reduce((sum, row) => sum + Number(row.jumlahJam), 0)
  expect(hours).toBeLessThan(20)
  const raters = new Set([...city.rows('asesmen')].filter((row) => row.nip === nip).map((row) => row.penilai))
  expect([...raters]).toEqual(expect.arrayContaining(['diri', 'atasan']))
})

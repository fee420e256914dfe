import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.resetModules()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  vi.stubGlobal('document', { documentElement: { lang: '' } })
})
afterEach(() => vi.unstubAllGlobals())

const onDevice = async (language: string) => {
  vi.stubGlobal('navigator', { language })
  return import('./words.ts')
}

describe('the language of a device nobody has signed in on', () => {
  it.each([
    ['en-GB', 'en'],
    ['id-ID', 'id'],
    ['nl-NL', 'id'],
  ])('is %s → %s', async (device, spoken) => expect((await onDevice(device)).activeLanguage()).toBe(spoken))

  it('is the one that was spoken there last', async () => {
    kept.set('bina.language', 'id')
    expect((await onDevice('en-GB')).activeLanguage()).toBe('id')
  })
})

describe('switching the language', () => {
  it('says every word that is loaded again, also one that arrived during the switch', async () => {
    const { loadWords, speak, t } = await onDevice('id-ID')
    await loadWords(['web'])
    expect(t('web.filter.open')).toBe('Saring')
    await Promise.all([speak('en'), loadWords(['people'])])
    expect([t('web.filter.open'), t('people.register.title')]).toEqual(['Filter', 'Civil servants'])
    expect(kept.get('bina.language')).toBe('en')
  })
})

import { useState } from 'react'
import { type Me, signOut } from '../account/session.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { IconDots, IconLogout, IconSearch, IconUserCircle } from '../kit/icons.ts'
import { Link } from '../kit/link.tsx'
import { placeIcons } from '../kit/placeIcons.ts'
import { Sheet } from '../kit/sheet.tsx'
import { navigationOf } from '../navigation.ts'
import { t } from '../words.ts'
import { Brand } from './brand.tsx'
import styles from './shell.module.css'

interface Where {
  me: Me
  path: string
}

type Entry = ReturnType<typeof navigationOf>[number]

// Four targets and "more" are what a thumb can tell apart on 360 pixels.
const withinReach = 4

const covers = (entry: Entry, path: string) => path === entry.path || path.startsWith(`${entry.path}/`)

/** The places of this account; the one that covers the page most closely is where the reader is. */
function placesOf(me: Me, path: string) {
  const entries = navigationOf(me)
  const [here] = entries.filter((entry) => covers(entry, path)).toSorted((a, b) => b.path.length - a.path.length)
  return entries.map((entry) => ({ ...entry, here: entry === here }))
}

/** `onFind` is absent for whoever has nobody to look for. */
export const TopBar = ({ onFind }: { onFind?: (() => void) | undefined }) => (
  <header className={styles.top}>
    <Link to="/">
      <Brand />
    </Link>
    <div className={styles.topActions}>
      {onFind && <IconButton icon={IconSearch} label={t('web.find.open')} onPress={onFind} />}
      <Link to="/akun" className={styles.topAccount}>
        <IconUserCircle size={26} stroke={1.6} aria-hidden />
        <span className="quietly">{t('web.navigation.account')}</span>
      </Link>
    </div>
  </header>
)

export const Sidebar = ({ me, path, onFind }: Where & { onFind?: (() => void) | undefined }) => (
  <header className={styles.side}>
    <Link to="/">
      <Brand />
    </Link>
    <p className={styles.city}>{me.city.name}</p>
    {onFind && (
      <button type="button" className={styles.find} onClick={onFind}>
        <IconSearch size={20} stroke={1.7} aria-hidden />
        {t('web.find.open')}
        <kbd>Ctrl K</kbd>
      </button>
    )}
    <nav aria-label={t('web.navigation.main')} className={styles.places}>
      {placesOf(me, path).map((entry) => (
        <Place key={entry.path} entry={entry} />
      ))}
    </nav>
    <div className={styles.who}>
      <p>{me.account.name}</p>
      <button type="button" className={styles.place} onClick={() => void signOut()}>
        <IconLogout size={22} stroke={1.7} aria-hidden />
        {t('web.account.signOut')}
      </button>
    </div>
  </header>
)

export function BottomBar({ me, path }: Where) {
  const [open, setOpen] = useState(false)
  const places = placesOf(me, path)
  const fits = places.length <= withinReach
  const shown = fits ? places : places.slice(0, withinReach)
  const rest = fits ? [] : places.slice(withinReach)
  return (
    <>
      <nav aria-label={t('web.navigation.main')} className={styles.bottom}>
        {shown.map((entry) => (
          <Place key={entry.path} entry={entry} />
        ))}
        {rest.length > 0 && (
          <button
            type="button"
            className={styles.place}
            aria-expanded={open}
            data-here={rest.some((entry) => entry.here)}
            onClick={() => setOpen(true)}
          >
            <IconDots size={24} stroke={1.7} aria-hidden />
            {t('web.navigation.more')}
          </button>
        )}
      </nav>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('web.navigation.more')}>
        <div className={styles.rest}>
          {rest.map((entry) => (
            <Place key={entry.path} entry={entry} onPress={() => setOpen(false)} />
          ))}
        </div>
        <Button icon={IconLogout} kind="quiet" onPress={() => void signOut()}>
          {t('web.account.signOut')}
        </Button>
      </Sheet>
    </>
  )
}

function Place({ entry, onPress }: { entry: Entry & { here: boolean }; onPress?: () => void }) {
  const Mark = placeIcons[entry.icon]
  return (
    <span className={styles.holder} data-here={entry.here}>
      <Link to={entry.path} className={styles.place} onPress={onPress}>
        <Mark size={24} stroke={1.7} aria-hidden />
        {t(entry.label)}
      </Link>
    </span>
  )
}

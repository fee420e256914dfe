import { toast } from '../kit/toast.tsx'
import type { Language } from '../../shared/words.ts'
import { activeLanguage } from '../words.ts'
import styles from './languagePicker.module.css'
import { switchLanguage } from './session.ts'

// A language is named in itself: whoever looks for it can read that.
const names: Record<Language, string> = { id: 'Bahasa Indonesia', en: 'English' }

/** Both languages in sight, the active one pressed. */
export const LanguagePicker = () => (
  <div className={styles.picker} role="group" aria-label="Bahasa / Language">
    {(['id', 'en'] as const).map((language) => (
      <button
        key={language}
        type="button"
        lang={language}
        className={styles.language}
        aria-pressed={language === activeLanguage()}
        onClick={async () => {
          const problem = await switchLanguage(language)
          if (problem) toast({ words: problem.message, tone: 'bad' })
        }}
      >
        {names[language]}
      </button>
    ))}
  </div>
)

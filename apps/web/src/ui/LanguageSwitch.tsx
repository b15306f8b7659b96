import './language-switch.css'
import { useTranslation } from 'react-i18next'
import { Language } from '@samenreis/model/api/rooms'
import { showIn } from '../i18n/i18n.ts'
import { rememberLanguage } from '../i18n/preferredLanguage.ts'

/** The languages side by side, each in its own words; the choice is kept on this device. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('common')
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t('language')}</legend>
      {Language.options.map((language) => (
        <button
          key={language}
          type="button"
          className="language-switch__choice"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => {
            rememberLanguage(language)
            showIn(language)
          }}
        >
          {t(`languageName.${language}`)}
        </button>
      ))}
    </fieldset>
  )
}

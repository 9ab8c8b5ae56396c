import { NativeSelect, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { User } from '../messages';
import { logOut } from '../session/session';
import { chooseLanguage, language, LANGUAGES, t } from '../text/language';
import { Link } from './router';

interface Props {
  user: User;
  onGone: () => void;
  onHelp: () => void;
}

/** Who is here, in which language and colours. */
export function TopBar({ user, onGone, onHelp }: Props) {
  const leave = async () => {
    try {
      await logOut();
    } finally {
      onGone();
    }
  };
  return (
    <header className="top">
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width={26} height={26} />
        Tactus
      </Link>
      <span className="top-space" />
      <Preferences />
      <button type="button" className="plain-button" onClick={onHelp} aria-keyshortcuts="Alt+/">
        {t().shell.keys}
      </button>
      <Link to="/account" className="who">
        {user.displayName}
      </Link>
      <button type="button" className="plain-button" onClick={() => void leave()}>
        {t().shell.logOut}
      </button>
    </header>
  );
}

/** Language and colours; both are kept on this computer. */
export function Preferences() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t().shell.scheme}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
        data={[
          { value: 'auto', label: t().shell.system },
          { value: 'light', label: t().shell.light },
          { value: 'dark', label: t().shell.dark },
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t().shell.language}
        value={language().code}
        onChange={(event) => void chooseLanguage(event.currentTarget.value)}
        data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}

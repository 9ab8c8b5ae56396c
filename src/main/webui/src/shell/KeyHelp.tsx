import { useEffect } from 'react';
import type { Role } from '../messages';
import { t } from '../text/language';
import { Dialog } from './Dialog';
import { navigable } from './Navigation';
import { go } from './router';

interface Props {
  roles: readonly Role[];
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** The keys of the whole application, and what shows them. All need Alt, so that no letter that is typed means anything else. */
export function KeyHelp({ roles, open, setOpen }: Props) {
  const pages = navigable(roles).slice(0, 9);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) {
        return;
      }
      const page = /^Digit[1-9]$/.test(event.code) && !event.shiftKey ? pages[Number(event.code.slice(5)) - 1] : undefined;
      if (page !== undefined) {
        go(page.path);
      } else if (event.code === 'Slash') {
        setOpen(true);
      } else if (event.code === 'KeyS') {
        document.querySelector<HTMLInputElement>('main input[type=search]')?.focus();
      } else if (event.code === 'KeyC') {
        document.getElementById('content')?.focus();
      } else {
        return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });

  return (
    <Dialog title={t().shell.help.title} open={open} onClose={() => setOpen(false)}>
      <p>{t().shell.help.intro}</p>
      <dl className="keys">
        {pages.map((page, index) => (
          <Key key={page.path} keys={['Alt', String(index + 1)]} words={t().shell.nav[page.nav.name]} />
        ))}
        <Key keys={['Alt', 'S']} words={t().shell.help.search} />
        <Key keys={['Alt', 'C']} words={t().shell.help.content} />
        <Key keys={['Alt', '/']} words={t().shell.help.help} />
        <Key keys={['Esc']} words={t().shell.help.close} />
      </dl>
    </Dialog>
  );
}

function Key({ keys, words }: { keys: string[]; words: string }) {
  return (
    <div>
      <dt dir="ltr">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}

import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { t } from '../text/language';

/** Shows a page of its own instead of one that failed; the rest of the application goes on. */
export class Broken extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) {
      return this.props.children;
    }
    return (
      <div className="page">
        <section className="panel apology" role="alert">
          <h1>{t().shell.broken.title}</h1>
          <p>{t().shell.broken.text}</p>
          <Button onClick={() => location.reload()}>{t().shell.tryAgain}</Button>
        </section>
      </div>
    );
  }
}

import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import './app.css';
import './shell/shell.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { chooseLanguage, firstLanguage } from './text/language';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element with the id root');
}
await chooseLanguage(firstLanguage());
// Mantine's own style elements would break the content security policy: its style sheet holds the same, app.css the rest.
createRoot(root).render(
  <StrictMode>
    <DirectionProvider>
      <MantineProvider defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <App />
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);

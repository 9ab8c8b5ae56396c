import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // Small files as data URLs would need an exception in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 800,
  },
  server: {
    // `npm run dev` beside an engine on its usual port.
    proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } },
  },
});

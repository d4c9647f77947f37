import './look/mantine';
import './look/tones.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { Providers } from './providers';

createRoot(document.getElementById('root') as HTMLElement).render(
  <Providers>
    <App />
  </Providers>,
);

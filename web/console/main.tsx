import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { createI18nProvider } from './i18n/createI18nProvider.js';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root to draw into.');
const i18nProvider = await createI18nProvider();
createRoot(root).render(<App i18nProvider={i18nProvider} />);

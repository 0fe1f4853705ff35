import { cacheNames } from './cacheNames.js';

/**
 * Runs beside the citizens' pages, on a device that isn't shared. It opens the page at once from what the device keeps: the shell,
 * which holds nobody's conversation. The page then asks for the conversation itself. Estimates that were opened here can be
 * opened again without a network. Nothing else is kept.
 */
const language = new URLSearchParams(location.search).get('lang') ?? 'vi';
const shellCache = `${cacheNames.shell}${language}-${release}`;
const shellAddress = `/chat/shell?lang=${language}`;
const mostEstimates = 5;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldShells()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || request.mode !== 'navigate') return;
  const { pathname, searchParams } = new URL(request.url);
  // A choice of language or an open setting is the server's to answer.
  const asksServer = searchParams.has('lang') || searchParams.has('settings');
  if (pathname === '/' && !asksServer) event.respondWith(openShell(request));
  else if (pathname.startsWith('/e/')) event.respondWith(openEstimate(event));
});

/** The new shell is there before the old one goes; a page that is open goes on with the script it began with. */
async function install(): Promise<void> {
  const cache = await caches.open(shellCache);
  await cache.add(new Request(shellAddress, { cache: 'reload' }));
  await skipWaiting();
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cacheNames.shell) && name !== shellCache);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function openShell(request: Request): Promise<Response> {
  return (await (await caches.open(shellCache)).match(shellAddress)) ?? fetch(request);
}

/** From the server while it can be reached: the device's copy is for the time without a network. */
async function openEstimate(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(cacheNames.estimates);
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(keepEstimate(cache, request, response.clone()));
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept === undefined) throw error;
    return kept;
  }
}

async function keepEstimate(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request, response);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -mostEstimates).map((old) => cache.delete(old)));
}

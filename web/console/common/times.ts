import type { ConsoleLocale } from '../i18n/locale.js';

const zone = 'Asia/Ho_Chi_Minh';
const tags = { vi: 'vi-VN', en: 'en-GB' } as const;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `21/11/2026 10:32` in Vietnam's time; the text itself where it isn't a time. */
export function formatDateTime(iso: string, locale: ConsoleLocale): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${formatDay(date, locale)} ${formatClock(date, locale)}`;
}

/** `10:32` in Vietnam's time. */
export function formatClock(date: Date, locale: ConsoleLocale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date);
}

/** `21/11/2026` for a YYYY-MM-DD date, which belongs to no zone; the text itself where it isn't one. */
export function formatIsoDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match === null ? date : `${match[3]}/${match[2]}/${match[1]}`;
}

/** Today's date in Vietnam, YYYY-MM-DD. */
export function vietnamToday(): string {
  return new Date(Date.now() + 7 * hour).toISOString().slice(0, 10);
}

/** `5 phút trước`, `hôm qua`; `justNow` within the first minute, the date itself once a week has passed. */
export function formatRelative(iso: string, now: number, locale: ConsoleLocale, justNow: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const age = now - date.getTime();
  const words = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' });
  if (age < minute) return justNow;
  if (age < hour) return words.format(-Math.floor(age / minute), 'minute');
  const days = dayNumber(now) - dayNumber(date.getTime());
  if (days === 0) return words.format(-Math.floor(age / hour), 'hour');
  if (days < 7) return words.format(-days, 'day');
  return formatDay(date, locale);
}

function formatDay(date: Date, locale: ConsoleLocale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(date);
}

/** Vietnam keeps UTC+7 all year. */
function dayNumber(time: number): number {
  return Math.floor((time + 7 * hour) / day);
}

const LOCALE = "en-GB";
const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }));
  return formats.get(key);
}

/** The instant of a message's ts: seconds since 1970, with a part that only orders. */
export const instantOf = (ts) => new Date(Number(ts) * 1000);

export const timeOfDay = (date, zone) => format(zone, { hour: "2-digit", minute: "2-digit" }).format(date);

/** A day's key in a zone, such as 2026-03-30: equal exactly for instants of the same day there. */
export const dayKey = (date, zone) => {
  const parts = Object.fromEntries(
    format(zone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(date).map((p) => [p.type, p.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
};

/** The clock's face: its day, and its time with the zone's name. */
export const clockFace = (date, zone) => [
  format(zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(date),
  format(zone, { hour: "2-digit", minute: "2-digit", timeZoneName: "short" }).format(date),
];

const longDay = (date, zone) => format(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date);

const DAY = 86_400_000;

function nearDay(date, now, zone) {
  const key = dayKey(date, zone);
  if (key === dayKey(now, zone)) return "Today";
  if (key === dayKey(new Date(now.getTime() - DAY), zone)) return "Yesterday";
  if (key === dayKey(new Date(now.getTime() + DAY), zone)) return "Tomorrow";
  return null;
}

/** What a day divider says: today and yesterday by name. */
export function dayName(date, now, zone) {
  return nearDay(date, now, zone) ?? longDay(date, zone);
}

/**
 * Fills the tokens of Slack's date form, such as "{date_short} at {time}", in the reader's zone.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function fillDate(pattern, date, now, zone) {
  const forms = {
    date_num: () => dayKey(date, zone),
    date_slash: () => format(zone, { day: "2-digit", month: "2-digit", year: "numeric" }).format(date),
    date: () => format(zone, { day: "numeric", month: "long", year: "numeric" }).format(date),
    date_short: () => format(zone, { day: "numeric", month: "short", year: "numeric" }).format(date),
    date_long: () => longDay(date, zone),
    time: () => timeOfDay(date, zone),
    time_secs: () => format(zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(date),
  };
  return pattern.replace(/\{([a-z_]+)\}/g, (token, name) => {
    const plain = name.replace(/_pretty$/, "");
    if (!forms[plain]) return token;
    return (name === plain ? null : nearDay(date, now, zone)?.toLowerCase()) ?? forms[plain]();
  });
}

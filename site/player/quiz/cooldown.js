// When the next try of a test is open.

const MINUTE = 60_000;
const DAY = 1440;
/** Minutes of a unit; months and working days go by the calendar. */
const MINUTES = { minute: 1, hour: 60, "working hour": 60, day: DAY, week: 7 * DAY };

/**
 * The moment so long after `from`. Working days leave out Saturdays and Sundays; a working hour is taken as an hour.
 * @param {Date} from
 * @param {number} count
 * @param {string} unit as the course's durations have it, in the singular
 * @returns {Date}
 */
export function openFrom(from, count, unit) {
  const moment = new Date(from);
  if (unit === "month") moment.setMonth(moment.getMonth() + count);
  else if (unit === "working day") {
    for (let left = count; left > 0; ) {
      moment.setDate(moment.getDate() + 1);
      if (!isFree(moment)) left -= 1;
    }
  } else moment.setTime(moment.getTime() + count * MINUTE * (/** @type {Record<string, number>} */ (MINUTES)[unit] ?? DAY));
  return moment;
}

/** @param {Date} moment */
function isFree(moment) {
  return moment.getDay() === 0 || moment.getDay() === 6;
}

/**
 * A moment as whole minutes since 1970, rounded up.
 * @param {Date} moment
 * @returns {number}
 */
export function minuteOf(moment) {
  return Math.ceil(moment.getTime() / MINUTE);
}

/**
 * A minute in words of the learner's language and clock.
 * @param {number} minute
 * @param {string} language
 * @returns {string}
 */
export function minuteInWords(minute, language) {
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(minute * MINUTE);
}

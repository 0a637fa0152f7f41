// Calendar files after RFC 5545: days to be reminded of, without a time zone.

import { isoOf } from "./days.js";

/**
 * @typedef {object} CalendarEvent
 * @property {string} uid the same for the same event for ever, so that a second file brings no second entry
 * @property {number} day
 * @property {string} title
 * @property {string} text
 * @property {number} [alarmMinutes] when to remind, in minutes from the beginning of the day; nine in the morning, if left out
 */

const NINE = 9 * 60;
const WIDEST = 75;

/**
 * A calendar file with an all-day entry for each event.
 * @param {CalendarEvent[]} events
 * @param {Date} [moment] when the file is made
 * @returns {string}
 */
export function calendarFile(events, moment = new Date()) {
  const stamp = `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//course//player 1//EN", "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => linesOf(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {CalendarEvent} event
 * @param {string} stamp
 * @returns {string[]}
 */
function linesOf({ uid, day, title, text, alarmMinutes = NINE }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${alarmMinutes < 0 ? "-" : ""}PT${Math.abs(Math.round(alarmMinutes))}M`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** @param {number} day */
function dateOf(day) {
  return isoOf(day).replaceAll("-", "");
}

/**
 * A text as a property's value: signs of the format behind a backslash, lines as `\n`, other control signs left out.
 * @param {string} text
 * @returns {string}
 */
function escaped(text) {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/**
 * A line in pieces of at most 75 octets, none of which cuts a character.
 * @param {string} line
 * @returns {string}
 */
function folded(line) {
  let made = "";
  let width = 0;
  for (const sign of line) {
    const octets = octetsOf(sign);
    if (width + octets > WIDEST) {
      made += "\r\n ";
      width = 1;
    }
    made += sign;
    width += octets;
  }
  return made;
}

/**
 * How many octets a character takes in UTF-8.
 * @param {string} sign
 * @returns {number}
 */
function octetsOf(sign) {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

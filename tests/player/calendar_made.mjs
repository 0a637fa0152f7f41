// Prints, as a text in JSON, the calendar file of the events that the first argument names, made at a fixed moment.

import { calendarFile } from "../../site/player/time/calendar.js";

const text = calendarFile(JSON.parse(process.argv[2] ?? "[]"), new Date("2026-11-22T10:00:00Z"));
process.stdout.write(JSON.stringify(text));

/* calendar.h - how long months are in the Gregorian calendar, and their days of the week. */
#ifndef ARAL_BASE_CALENDAR_H
#define ARAL_BASE_CALENDAR_H

/* The month's last day; 0 for what is no month. Year 0 stands for any year: its February has 29. */
static inline unsigned days_in_month(unsigned year, unsigned month) {
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) {
        return 0;
    }
    unsigned leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 ? 28 + leap : days[month - 1];
}

/* The day of the week of a day of the year 1 or later, 0 for Monday. */
static inline unsigned weekday_of(unsigned year, unsigned month, unsigned day) {
    static const unsigned char shifts[] = {6, 2, 1, 4, 6, 2, 4, 0, 3, 5, 1, 3};
    unsigned ended = month < 3 ? year - 1 : year; /* whose February is over */
    return (day + shifts[month - 1] + ended + ended / 4 - ended / 100 + ended / 400) % 7;
}

#endif

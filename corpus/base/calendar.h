/* calendar.h - how long months are in the Gregorian calendar. */
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

#endif

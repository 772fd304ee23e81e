#!/bin/sh
# Makes a file of cards to try an import with: make-cards.sh LINES > cards.csv
# Every 100th line is bad: its number has no check digit. Every second card belongs to somebody.
awk -v lines="${1:?how many lines}" '
function luhn(body,   i, digit, sum, twice) {
    sum = 0; twice = 1
    for (i = length(body); i > 0; i--) {
        digit = substr(body, i, 1) * (twice ? 2 : 1)
        sum += digit > 9 ? digit - 9 : digit
        twice = !twice
    }
    return (10 - sum % 10) % 10
}
BEGIN {
    print "number,product,openingBalance,cardExpiresOn,name,grade,mobile"
    for (i = 1; i <= lines; i++) {
        body = sprintf("99000001%07d", i)
        check = luhn(body)
        if (i % 100 == 0) check = (check + 1) % 10
        member = i % 2 ? ",," : sprintf("Member %d,gold,139%08d", i, i)
        printf "%s%d,1,%d.%02d,2030-12-31,%s\n", body, check, i % 1000 + 1, i % 100, member
    }
}'

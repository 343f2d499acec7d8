// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Comparator;

/**
 * The order in which people count: numbers within names by their value, so "img2" comes before "img10"; everything else
 * by its characters. Names that differ in leading zeros only ("a1", "a01") are ordered by their characters: a total
 * order, equal names only are equal.
 */
public enum NaturalOrder implements Comparator<String> {
    /** The order. */
    INSTANCE;

    @Override
    public int compare(final String left, final String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            if (isDigit(left.charAt(l)) && isDigit(right.charAt(r))) {
                final int endOfLeft = endOfNumber(left, l);
                final int endOfRight = endOfNumber(right, r);
                final int order = compareNumbers(left.substring(l, endOfLeft), right.substring(r, endOfRight));
                if (order != 0) {
                    return order;
                }
                l = endOfLeft;
                r = endOfRight;
            } else if (left.charAt(l) != right.charAt(r)) {
                return Character.compare(left.charAt(l), right.charAt(r));
            } else {
                l++;
                r++;
            }
        }
        final int order = Integer.compare(left.length() - l, right.length() - r);
        return order == 0 ? left.compareTo(right) : order;
    }

    /** Digits of any length: the longer number is the larger one, once leading zeros are gone. */
    private static int compareNumbers(final String left, final String right) {
        final var l = withoutLeadingZeros(left);
        final var r = withoutLeadingZeros(right);
        return l.length() == r.length() ? l.compareTo(r) : Integer.compare(l.length(), r.length());
    }

    private static String withoutLeadingZeros(final String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static int endOfNumber(final String name, final int start) {
        int end = start;
        while (end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(final char character) {
        return character >= '0' && character <= '9';
    }
}

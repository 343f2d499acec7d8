// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.Test;

/** The order in which people count. */
public final class NaturalOrderTest {

    @Test
    public void ordersNumbersByValue() {
        assertEquals(List.of("img1", "img2", "img10", "img10b", "img100"),
            sorted("img100", "img10b", "img2", "img10", "img1"));
        assertEquals(List.of("2/10.png", "10/2.png", "10/9.png"), sorted("10/9.png", "10/2.png", "2/10.png"));
    }

    @Test
    public void ordersNumbersOfAnyLength() {
        assertEquals(List.of("99999999999999999999", "100000000000000000000"),
            sorted("100000000000000000000", "99999999999999999999"));
    }

    @Test
    public void ordersLeadingZerosByCharacters() {
        assertEquals(List.of("a01", "a1", "a02"), sorted("a02", "a1", "a01"));
    }

    @Test
    public void putsShorterNamesFirst() {
        assertEquals(List.of("", "a", "a1", "ab"), sorted("ab", "a1", "", "a"));
    }

    @Test
    public void isATotalOrder() {
        final var random = new Random(1);
        final var names = random.ints(60, 0, 2000).mapToObj(n -> Integer.toString(n, 3).replace('2', 'x')).toList();
        for (final var a : names) {
            for (final var b : names) {
                final int order = NaturalOrder.INSTANCE.compare(a, b);
                assertEquals(a + " " + b, -Integer.signum(order), Integer.signum(NaturalOrder.INSTANCE.compare(b, a)));
                assertEquals(a + " " + b, a.equals(b), order == 0);
                for (final var c : names) {
                    assertTrue(a + " " + b + " " + c, order > 0 || NaturalOrder.INSTANCE.compare(b, c) > 0
                        || NaturalOrder.INSTANCE.compare(a, c) <= 0);
                }
            }
        }
    }

    private static List<String> sorted(final String... names) {
        return List.of(names).stream().sorted(NaturalOrder.INSTANCE).toList();
    }
}

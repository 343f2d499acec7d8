// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class VersionTest {

    @Test
    public void missingPartsAreZero() {
        assertEquals(new Version(5, 0, 0), new Version("5"));
        assertEquals("5.1.0", new Version("5.1").toString());
        assertEquals("5.8.3.v2025", new Version("5.8.3.v2025").toString());
    }

    @Test
    public void isOrderedByNumbersNotByText() {
        assertTrue(new Version("5.10.0").isSameOrNewer(new Version("5.9.0")));
        assertTrue(new Version("5.1.0").isSameOrNewer(new Version("5.1.0")));
        assertTrue(new Version("4.1.0").compareTo(new Version("5.1.0")) < 0);
    }

    @Test
    public void refusesText() {
        assertEquals("Not a version: \"five\".",
            assertThrows(IllegalArgumentException.class, () -> new Version("five")).getMessage());
    }
}

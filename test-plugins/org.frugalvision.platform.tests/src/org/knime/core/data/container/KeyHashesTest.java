// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class KeyHashesTest {

    @Test
    public void tellsNewKeysFromOldOnes() {
        final KeyHashes keys = new KeyHashes();
        for (int i = 0; i < 10_000; i++) {
            assertTrue(keys.add("Row" + i));
        }
        for (int i = 0; i < 10_000; i++) {
            assertFalse(keys.add("Row" + i));
        }
    }

    @Test
    public void takesTheEmptyKey() {
        final KeyHashes keys = new KeyHashes();

        assertTrue(keys.add(""));
        assertFalse(keys.add(""));
    }
}

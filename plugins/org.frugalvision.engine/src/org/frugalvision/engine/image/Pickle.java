// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** Python's own way to store objects, which can hold programs; never read, only known. */
final class Pickle {

    private static final int PROTOCOL = 0x80;

    private static final int LATEST = 5;

    private Pickle() {
    }

    /** Whether a file that starts so is one, of protocol 2 or later. */
    static boolean isIn(final byte[] start) {
        return start.length > 1 && (start[0] & 0xFF) == PROTOCOL && start[1] >= 2 && start[1] <= LATEST;
    }
}
